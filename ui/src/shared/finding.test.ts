import { afterEach, expect, test } from 'vitest';
import { find } from './finding';
import { language } from './language.svelte';

afterEach(() => language.speak('en'));

/** The other ways to say what was typed. */
function others(tag: 'en' | 'es' | 'ar', typed: string): string[] {
  language.speak(tag);
  const [first, ...more] = find(typed).split('|');
  expect(first).toBe(`find=${typed.trim()}`);
  return more;
}

test('a day is looked for as the desk writes it, however the reader writes it', () => {
  expect(others('en', 'November 21, 2027')).toEqual(['2027-11-21']);
  expect(others('en', '21 november')).toEqual(['-11-21']);
  expect(others('en', 'Nov 5')).toEqual(['-11-05']);
  expect(others('en', 'may')).toEqual(['-05-']);
  expect(others('es', '5 de mayo de 2027')).toEqual(['2027-05-05']);
  expect(others('es', '12 abr 2027')).toEqual(['2027-04-12']);
  expect(others('es', 'harina noviembre')).toEqual(['harina -11-']);
  expect(others('ar', '٧ أبريل ٢٠٢٧')).toEqual(['2027-04-07']);
});

test('a day of the week is looked for by its sign', () => {
  expect(others('es', 'lunes')).toEqual(['\ue001']);
  expect(others('en', 'flour sunday')).toEqual(['flour \ue007']);
  expect(others('ar', 'الاثنين')).toEqual(['\ue001']);
});

test('an amount is looked for as the desk writes it', () => {
  expect(others('es', '10,50')).toEqual(['10.5']);
  expect(others('es', '1.234,00 EUR')).toEqual(['1234 eur']);
  expect(others('en', '1,234.50')).toEqual(['1234.5']);
  expect(others('en', '\u221284.50')).toEqual(['-84.5']);
  expect(others('en', '40')).toEqual([]);
});

test('a duty is looked for by its own name', () => {
  expect(others('es', 'tesorería')).toEqual(['treasurer']);
  expect(others('es', 'Rosa teso')).toEqual(['rosa treasurer']);
  expect(others('ar', 'مندوب')).toEqual(['delegate']);
  expect(others('ar', 'أمين الصندوق')).toEqual(['treasurer']);
  expect(others('es', 'cuidado de lo común 2027')).toEqual(['steward 2027']);
});

test('other words are looked for as they are, and short ones are no beginnings of days', () => {
  for (const typed of ['', 'Rosa Weber', 'mar', 'sun', '2027-03-03', 'the mill', 'assets:store']) expect(others('en', typed)).toEqual([]);
  expect(others('es', 'María')).toEqual([]);
  expect(find('may may may may may may').split('|').length).toBeLessThanOrEqual(8);
});
