import { expect, test } from 'vitest';
import { FluentResource } from '@fluent/bundle';
import { LANGUAGES } from './language.svelte';
import { amount } from './acts';
import { date, day, quantity, withDays } from './words';

const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../contract.ts'], { query: '?raw', import: 'default', eager: true });
const files = import.meta.glob<string>('../../../assets/locales/*/window/*.ftl', { query: '?raw', import: 'default', eager: true });

/** What the desk says is the window's to say too. */
const desk = import.meta.glob<string>('../../../assets/locales/*/desk.ftl', { query: '?raw', import: 'default', eager: true });

type Message = FluentResource['body'][number];

/** The messages of a language by key. */
function messages(tag: string, from: Record<string, string> = { ...files, ...desk }): Map<string, Message> {
  const own = Object.entries(from).filter(([path]) => path.includes(`/locales/${tag}/`));
  return new Map(own.flatMap(([, text]) => new FluentResource(text).body.map((message) => [message.id, message] as const)));
}

/** What a message is told, wherever it stands in it. */
function told(message: Message): string[] {
  const names = [...JSON.stringify([message.value, message.attributes]).matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

const english = messages('en');
const ofPages = messages('en', files);
const code = Object.values(sources).join('\n');
/** Keys that are asked for as they are, and the beginnings of those that are put together. */
const asked = [...code.matchAll(/['"`]([a-z]+(?:-[a-z0-9]+)*-?)(?:['"`.]|\$\{)/g)].map((match) => match[1] ?? '');
const whole = new Set([...code.matchAll(/\bsay\(\s*['"]([a-z0-9-]+)(?:\.[a-z]+)?['"]/g)].map((match) => match[1] ?? ''));

test('every phrase that a page asks for is in English', () => {
  expect(whole.size).toBeGreaterThan(100);
  expect([...whole].filter((key) => !english.has(key))).toEqual([]);
});

test('no phrase of a page has the key of one of the desk', () => {
  const ofDesk = messages('en', desk);
  expect([...ofPages.keys()].filter((key) => ofDesk.has(key))).toEqual([]);
});

test('every phrase is asked for by some page', () => {
  const begun = asked.filter((key) => key.endsWith('-'));
  const named = new Set(asked);
  const unused = [...ofPages.keys()].filter((key) => !named.has(key) && !begun.some((beginning) => key.startsWith(beginning)));
  expect(unused).toEqual([]);
});

test.each(LANGUAGES.filter((language) => language.tag !== 'en'))('$name says every phrase, and is told the same', ({ tag }) => {
  const theirs = messages(tag);
  expect([...english.keys()].filter((key) => !theirs.has(key))).toEqual([]);
  expect([...theirs.keys()].filter((key) => !english.has(key))).toEqual([]);
  const attributes = (message: Message): string => String(Object.keys(message.attributes).sort());
  expect([...theirs].filter(([key, message]) => attributes(message) !== attributes(english.get(key)!)).map(([key]) => key)).toEqual([]);
  const others = [...theirs].filter(([key, message]) => String(told(message)) !== String(told(english.get(key)!)));
  expect(others.map(([key]) => key)).toEqual([]);
});

test('no file of phrases says a key twice', () => {
  for (const { tag } of LANGUAGES) {
    const keys = Object.entries(files).filter(([path]) => path.includes(`/locales/${tag}/`)).flatMap(([, text]) => new FluentResource(text).body.map((message) => message.id));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});

test('a quantity stays exact, however long it is', () => {
  const plain = (exact: string): string => quantity(exact).replace(/[\u2066\u2069]/g, '');
  expect(plain('-12.50')).toBe('\u221212.50');
  expect(plain('0.5')).toBe('0.5');
  expect(plain('9007199254740993.000001')).toBe('9,007,199,254,740,993.000001');
});

test('money is written with its cents and nothing else is', () => {
  const plain = (exact: string, of: string): string => amount(exact, of).replace(/[\u2066-\u2069]/g, '');
  expect(plain('84.5', 'EUR')).toBe('84.50 EUR');
  expect(plain('-300', 'EUR')).toBe('\u2212300.00 EUR');
  expect(plain('0.125', 'EUR')).toBe('0.125 EUR');
  expect(plain('1200', 'JPY')).toBe('1,200 JPY');
  expect(plain('40', 'kg flour')).toBe('40 kg flour');
  expect(plain('2.5', 'h')).toBe('2.5 h');
});

test('a day is written alike in a sentence and in the margin, with the name of its month', () => {
  expect([day('2027-04-12', 'short'), date(1_807_531_200)]).toEqual(['Apr 12, 2027', 'Apr 12, 2027']);
  const said = 'It ended on 2027-04-12, not in 2027-04-12-2: /media/2027-04-12/Millbrook-2027-04-12.folkmoot holds “2027-04-13”.';
  expect(withDays(said, { until: '2027-04-12' })).toBe(said.replace('on 2027-04-12,', 'on April 12, 2027,'));
});
