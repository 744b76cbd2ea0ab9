/** The phrases of the window, in the language that the person has chosen. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { language, type Language } from './language.svelte';

const pages = import.meta.glob<string>('../../../assets/locales/*/window/*.ftl', { query: '?raw', import: 'default', eager: true });
/** What the desk says of refusals and principles, for acts that are void in the book. */
const desk = import.meta.glob<string>('../../../assets/locales/*/desk.ftl', { query: '?raw', import: 'default', eager: true });

/** The phrases of each language, read when it is first spoken. */
const bundles = new Map<string, FluentBundle>();

function bundleOf(tag: string): FluentBundle {
  const read = bundles.get(tag);
  if (read) return read;
  const bundle = new FluentBundle([`${tag}-u-nu-latn`]);
  for (const [path, text] of [...Object.entries(pages), ...Object.entries(desk)]) {
    if (path.includes(`/locales/${tag}/`)) bundle.addResource(new FluentResource(text));
  }
  bundles.set(tag, bundle);
  return bundle;
}

/**
 * Arabic whose last mark in a word stands where it should: spaces and stops come from another face, and a run of letters that ends in a
 * mark is drawn at the mark's height. What joins nothing and is not seen ends the run instead.
 */
function settled(said: string): string {
  return said.replace(/([\u064B-\u0650]|\u0644\u064B\u0627)(?![\u0600-\u06FF])/g, '$1\u200C');
}

function found(tag: Language, key: string, args?: Record<string, FluentVariable>): string | undefined {
  const [name = key, attribute] = key.split('.');
  const bundle = bundleOf(tag);
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) return undefined;
  const said = bundle.formatPattern(pattern, args, []);
  return tag === 'ar' ? settled(said) : said;
}

/**
 * Says the phrase with this key, or one of its attributes (`key.attribute`).
 * A key without a phrase is said in English, and one that has none there is shown as it is, so that the gap is seen.
 */
export function say(key: string, args?: Record<string, FluentVariable>): string {
  return found(language.tag, key, args) ?? found('en', key, args) ?? key;
}

/** Whether the window has a phrase with this key in a language. */
export function has(tag: Language, key: string): boolean {
  return found(tag, key) !== undefined;
}

/** What writes days and moments in a language; making one takes longer than using it a hundred times. */
const writers = new Map<string, Intl.DateTimeFormat>();

function writer(format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.digits} ${JSON.stringify(format)}`;
  const made = writers.get(key) ?? new Intl.DateTimeFormat(language.digits, format);
  writers.set(key, made);
  return made;
}

/** Days are written with the month's name: figures alone are read in another order from country to country. */
const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const marks = new Map<string, { group: string; point: string }>();

/** What stands between thousands, and before the parts of one. */
export function separators(): { group: string; point: string } {
  const known = marks.get(language.digits);
  if (known) return known;
  const parts = new Intl.NumberFormat(language.digits).formatToParts(1234567.8);
  const found = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  const made = { group: found('group') ?? '', point: found('decimal') ?? '.' };
  marks.set(language.digits, made);
  return made;
}

/** A day, written as the person's language writes it. */
export function day(civil: string, style: 'long' | 'short' = 'long'): string {
  const moment = new Date(`${civil}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return civil;
  return writer({ ...(style === 'long' ? LONG : SHORT), timeZone: 'UTC' }).format(moment);
}

/** A meeting as people say it: its day, and a word for a second one that day. */
export function meetingOn(meeting: string, style: 'long' | 'short' = 'long'): string {
  const [held, second] = [day(meeting.slice(0, 10), style), meeting.slice(11)];
  return second ? say('meeting-day-second', { day: held, second }) : held;
}

/** A sentence with the days among its facts as the person's language writes them, and not in the figures of the record. */
export function withDays(sentence: string, facts: Readonly<Record<string, unknown>>): string {
  const days = new Set(Object.values(facts));
  // A day in the name of a file or of something else is a part of that name.
  return sentence.replace(/(?<![\w/.\\-])\d{4}-\d\d-\d\d(?![\w/\\-]|\.\w)/g, (civil) => (days.has(civil) ? day(civil) : civil));
}

/** A moment that a laptop's clock claimed, in seconds since 1970. */
export function moment(seconds: number): string {
  return writer({ ...SHORT, hour: 'numeric', minute: '2-digit' }).format(new Date(seconds * 1000));
}

/** The day of a moment that a laptop's clock claimed, where the hour matters little. */
export function date(seconds: number): string {
  return writer(SHORT).format(new Date(seconds * 1000));
}

/** How long ago a moment was, in whole days or hours. */
export function ago(seconds: number, now: number = Date.now() / 1000): string {
  const format = new Intl.RelativeTimeFormat(language.digits, { numeric: 'auto' });
  const passed = Math.max(0, now - seconds);
  if (passed < 3_600) return format.format(-Math.floor(passed / 60), 'minute');
  if (passed < 86_400) return format.format(-Math.floor(passed / 3_600), 'hour');
  return format.format(-Math.floor(passed / 86_400), 'day');
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** How many parts of one a currency is written with; none where something else is counted. */
function written(commodity: string): number {
  if (!currencies.has(commodity)) return 0;
  return new Intl.NumberFormat('en', { style: 'currency', currency: commodity }).resolvedOptions().minimumFractionDigits ?? 0;
}

/** An exact decimal as people write it, without ever becoming a float; money with its cents, also where there are none. */
export function quantity(exact: string, commodity = ''): string {
  const [whole = '0', said = ''] = exact.replace('-', '').split('.');
  const part = said.padEnd(written(commodity), '0');
  const { group, point } = separators();
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const sign = exact.startsWith('-') ? '\u2212' : '';
  // The sign stays before its number in either direction of writing.
  return `\u2066${sign}${digits}${part && point + part}\u2069`;
}

/** A name set apart from the words around it, whatever direction either is written in. */
export function apart(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The most letters that are said of one text. */
const LONGEST = 1_000;

/** What somebody wrote on one line that ends, with nothing in it that turns a line: no word of theirs moves what stands beside it. */
export function oneLine(written: string): string {
  const line = written.replace(/[\u202A-\u202E\u2066-\u2069]/g, ' ').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** A size of a file, as people write it. */
export function size(bytes: number): string {
  const [unit, by] = bytes < 1_000 ? ['byte', 1] : bytes < 1_000_000 ? ['kilobyte', 1_000] : ['megabyte', 1_000_000];
  const style: Intl.NumberFormatOptions = { style: 'unit', unit: unit as string, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language.digits, style).format(bytes / (by as number));
}
