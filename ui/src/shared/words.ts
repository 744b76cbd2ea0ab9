/** The phrases of the window, in the language that the person has chosen. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { language, type Language } from './language.svelte';

const pages = import.meta.glob<string>('../../../assets/locales/*/window/*.ftl', { query: '?raw', import: 'default', eager: true });
/** What the desk says of refusals and principles, for acts that are void in the book. */
const desk = import.meta.glob<string>('../../../assets/locales/*/desk.ftl', { query: '?raw', import: 'default', eager: true });

/** The phrases of each language. */
const bundles = new Map<string, FluentBundle>();
for (const [path, text] of Object.entries({ ...pages, ...desk })) {
  const tag = /locales\/([^/]+)\//.exec(path)?.[1] ?? '';
  const bundle = bundles.get(tag) ?? new FluentBundle([`${tag}-u-nu-latn`]);
  bundle.addResource(new FluentResource(text));
  bundles.set(tag, bundle);
}

function found(tag: Language, key: string, args?: Record<string, FluentVariable>): string | undefined {
  const [name = key, attribute] = key.split('.');
  const bundle = bundles.get(tag);
  const message = bundle?.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? bundle?.formatPattern(pattern, args, []) : undefined;
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
  const format: Intl.DateTimeFormatOptions =
    style === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  return writer({ ...format, timeZone: 'UTC' }).format(moment);
}

/** A moment that a laptop's clock claimed, in seconds since 1970. */
export function moment(seconds: number): string {
  return writer({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(seconds * 1000));
}

/** The day of a moment that a laptop's clock claimed, where the hour matters little. */
export function date(seconds: number): string {
  return writer({ dateStyle: 'medium' }).format(new Date(seconds * 1000));
}

/** How long ago a moment was, in whole days or hours. */
export function ago(seconds: number, now: number = Date.now() / 1000): string {
  const format = new Intl.RelativeTimeFormat(language.digits, { numeric: 'auto' });
  const passed = Math.max(0, now - seconds);
  if (passed < 3_600) return format.format(-Math.floor(passed / 60), 'minute');
  if (passed < 86_400) return format.format(-Math.floor(passed / 3_600), 'hour');
  return format.format(-Math.floor(passed / 86_400), 'day');
}

/** An exact decimal as people write it, without ever becoming a float. */
export function quantity(exact: string): string {
  const [whole = '0', part] = exact.replace('-', '').split('.');
  const { group, point } = separators();
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const sign = exact.startsWith('-') ? '\u2212' : '';
  // The sign stays before its number in either direction of writing.
  return `\u2066${sign}${digits}${part === undefined ? '' : point + part}\u2069`;
}
