/** What a reader looks for, in words that the desk has: days, duties and amounts are written in the reader's language on the page alone. */
import type { Duty } from '../desk';
import { language } from './language.svelte';
import { say, separators } from './words';

const DUTIES: readonly Duty[] = ['facilitator', 'treasurer', 'delegate', 'courier', 'steward', 'board'];
/** Of so many letters a word is taken for one that begins so. */
const BEGUN = 4;
/** The sign before that of Monday, as the desk writes days of the week. */
const WEEK = 0xe000;
/** In how many ways a thing is looked for at most. */
const WAYS = 8;

/** A word as it is compared: small, without accents and vowel signs, with the digits of one script. */
function plain(word: string): string {
  const bare = word.normalize('NFKD').replace(/[\p{M}\u0640\u2066-\u2069\u200e\u200f]/gu, '').toLowerCase();
  return bare.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

interface Calendar {
  /** Months by their names, long and short. */
  months: Map<string, number>;
  /** Days of the week likewise, Monday first. */
  week: Map<string, number>;
  /** Words that stand between a day and its month. */
  between: Set<string>;
}

const calendars = new Map<string, Calendar>();

/** The days of a language, as this window writes them. */
function calendar(): Calendar {
  const known = calendars.get(language.digits);
  if (known) return known;
  const made: Calendar = { months: new Map(), week: new Map(), between: new Set() };
  for (const style of ['long', 'short'] as const) {
    const day = new Intl.DateTimeFormat(language.digits, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' });
    const week = new Intl.DateTimeFormat(language.digits, { weekday: style, timeZone: 'UTC' });
    for (let at = 0; at < 12; at += 1) {
      for (const part of day.formatToParts(Date.UTC(2027, at, 4))) {
        if (part.type === 'month') made.months.set(named(part.value), at + 1);
        if (part.type === 'literal') plain(part.value).split(/\s+/).filter((word) => /\p{L}/u.test(word)).forEach((word) => made.between.add(word));
      }
    }
    // The fourth of January 2027 is a Monday.
    for (let at = 1; at <= 7; at += 1) made.week.set(named(week.format(Date.UTC(2027, 0, 3 + at))), at);
  }
  calendars.set(language.digits, made);
  return made;
}

/** A name without the point of an abbreviation. */
function named(word: string): string {
  return plain(word).replace(/\.$/, '');
}

/** Which of these a word names; beside a number also by its short name, and from four letters on by how it begins. */
function which(word: string, of: Map<string, number>, short: boolean): number | undefined {
  const whole = of.get(word);
  if (whole !== undefined && (short || word.length >= BEGUN || [...of].every(([name, at]) => at !== whole || name.length <= word.length))) return whole;
  return word.length >= BEGUN ? [...of].find(([name]) => name.startsWith(word))?.[1] : undefined;
}

/** A number as the reader writes it, as the desk writes it; none where it is another word. */
function amount(word: string): string | undefined {
  const { group, point } = separators();
  const bare = word.replace(/^[\u2212-]/, '');
  const [whole = '', part, ...more] = bare.split(point);
  const digits = whole.split(group).join('');
  if (more.length > 0 || !/^\d+$/.test(digits) || (part !== undefined && !/^\d+$/.test(part))) return undefined;
  const rest = part?.replace(/0+$/, '');
  return `${word === bare ? '' : '-'}${digits}${rest ? `.${rest}` : ''}`;
}

const two = (at: number): string => String(at).padStart(2, '0');
const numeral = (word = ''): number | undefined => (/^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31 ? Number(word) : undefined);

/** A month that begins here, perhaps with its day and its year, as the desk writes days; and how many words say it. */
function dated(words: readonly string[], at: number): { says: string; words: number } | undefined {
  const { months, between } = calendar();
  const past = (there: number): number => (between.has(words[there] ?? '') ? there + 1 : there);
  const before = numeral(words[at]);
  const on = before === undefined ? at : past(at + 1);
  const after = before === undefined ? numeral(words[on + 1]) : undefined;
  const last = after === undefined ? past(on + 1) : on + 2;
  const year = /^\d{4}$/.test(words[last] ?? '') ? words[last] : undefined;
  const day = before ?? after;
  const month = which(words[on] ?? '', months, day !== undefined || year !== undefined);
  if (month === undefined) return undefined;
  const end = year !== undefined ? last + 1 : after !== undefined ? on + 2 : on + 1;
  return { says: `${year ?? ''}-${two(month)}-${day === undefined ? '' : two(day)}`, words: end - at };
}

/** A duty that begins here, perhaps of several words, by the names that the desk has for it; and how many words say it. */
function duty(words: readonly string[], at: number): { says: string[]; words: number } | undefined {
  for (let many = words.length - at; many > 0; many -= 1) {
    const begun = words.slice(at, at + many).join(' ');
    const says = begun.length < BEGUN ? [] : DUTIES.filter((one) => plain(say(`duty-${one}`)).startsWith(begun));
    if (says.length > 0) return { says, words: many };
  }
  return undefined;
}

/** The other ways to say one word. */
function said(word: string): string[] {
  const day = which(word, calendar().week, false);
  const number = amount(word);
  return [...(day === undefined ? [] : [String.fromCharCode(WEEK + day)]), ...(number === undefined || number === word ? [] : [number])];
}

/** The letter that a list is asked with: what the reader typed, and after each `|` another way to say it. */
export function find(typed: string): string {
  const whole = typed.trim();
  const words = plain(whole).split(/\s+/).map((word) => word.replace(/[,.;:،؛]+$/, '')).filter(Boolean);
  let ways = [''];
  for (let at = 0; at < words.length; ) {
    const day = dated(words, at);
    const known = day ? { says: [day.says], words: day.words } : (duty(words, at) ?? { says: said(words[at] ?? ''), words: 1 });
    const some = words.slice(at, at + known.words);
    ways = ways.flatMap((before) => [some.join(' '), ...known.says].map((one) => `${before} ${one}`.trim())).slice(0, WAYS);
    at += some.length;
  }
  return `find=${[whole, ...ways.slice(1)].join('|')}`;
}
