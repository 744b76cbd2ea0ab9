/** Exact decimals as strings, the way the ledger keeps them: nothing here ever becomes a float. */

/** What a quantity of the ledger looks like: twelve digits before the point and six after it. */
const EXACT = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;
const SUM = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;
const PLACES = 6;
const NOTHING = BigInt(0);

/** Which marks a language writes between thousands, and before decimals. */
export interface Marks {
  group: string;
  point: string;
}

/** A quantity of something. */
export interface Much {
  quantity: string;
  commodity: string;
}

function millionths(exact: string): bigint {
  const [, sign, whole = '0', part = ''] = SUM.exec(exact) ?? [];
  const size = BigInt(whole + part.padEnd(PLACES, '0'));
  return sign ? -size : size;
}

function written(millionth: bigint): string {
  const digits = (millionth < NOTHING ? -millionth : millionth).toString().padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return `${millionth < NOTHING ? '-' : ''}${digits.slice(0, -PLACES)}${part ? `.${part}` : ''}`;
}

export function plus(one: string, other: string): string {
  return written(millionths(one) + millionths(other));
}

export function minus(one: string, other: string): string {
  return written(millionths(one) - millionths(other));
}

/** The same with the sign turned, and with its digits as they were. */
export function opposite(exact: string): string {
  if (nothing(exact)) return exact.replace('-', '');
  return exact.startsWith('-') ? exact.slice(1) : `-${exact}`;
}

export function nothing(exact: string): boolean {
  return millionths(exact) === NOTHING;
}

/** Whether the first is more than the other. */
export function more(one: string, other: string): boolean {
  return millionths(one) > millionths(other);
}

/** What amounts come to in each commodity, in the order in which the commodities first appear. */
export function sums(amounts: readonly Much[]): Much[] {
  const found = new Map<string, bigint>();
  for (const { commodity, quantity } of amounts) found.set(commodity, (found.get(commodity) ?? NOTHING) + millionths(quantity));
  return [...found].map(([commodity, sum]) => ({ commodity, quantity: written(sum) }));
}

/** Digits of every script that people type here, as plain ones. */
function plainDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/**
 * Reads what somebody typed, with the marks of their language: thousands may be set apart, a comma or a point may stand before decimals.
 * What cannot be an exact quantity is nothing.
 */
export function typed(text: string, { group, point }: Marks): string | null {
  let rest = plainDigits(text).replace(/[\s\u2066-\u2069']/g, '').replace(/^\u2212/, '-').replace(/^\+/, '').replace(/٬/g, '').replace('٫', '.');
  const [whole = '', ...parts] = rest.split(point);
  const thousands = whole.split(group);
  const grouped = thousands.length > 1 && /^-?\d{1,3}$/.test(thousands[0] ?? '') && thousands.slice(1).every((three) => /^\d{3}$/.test(three));
  if (group && grouped && parts.length <= 1) rest = [thousands.join(''), ...parts].join('.');
  const [, sign, digits, part] = EXACT.exec(rest.replace(',', '.')) ?? [];
  if (digits === undefined) return null;
  return `${sign}${digits.replace(/^0+(?=\d)/, '')}${part === undefined ? '' : `.${part}`}`;
}
