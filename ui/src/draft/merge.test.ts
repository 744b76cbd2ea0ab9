import { expect, test } from 'vitest';
import { merge, splices } from './merge';

/** A text with a caret in it, written as a bar. */
function caret(marked: string): [string, number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

function moved(before: string, mine: string, theirs: string): string {
  const [text, at] = caret(mine);
  const merged = merge(before, text, theirs);
  const place = merged.place(at);
  return `${merged.text.slice(0, place)}|${merged.text.slice(place)}`;
}

function applied(before: string, after: string): string {
  return splices(before, after).reduceRight((text, { at, gone, put }) => text.slice(0, at) + put + text.slice(at + gone), before);
}

test('splices make the one text out of the other', () => {
  const texts = ['', 'a', 'aa', 'The well is shared.', 'The spring is shared by all.', '🌻🌼', '🌻🌽', 'is is is', 'ba'.repeat(40)];
  for (const before of texts) for (const after of texts) expect(applied(before, after)).toBe(after);
});

test('a sign of two units is never split', () => {
  expect(splices('a🌻', 'a🌼')).toEqual([{ at: 1, gone: 2, put: '🌼' }]);
});

test('a text that others rewrote whole is one splice and takes no time', () => {
  expect(splices('a'.repeat(20_000), 'b'.repeat(20_000))).toHaveLength(1);
});

test('while I type nothing, the caret stays among its words', () => {
  expect(moved('Water is shared.', 'Water is| shared.', 'The water is well shared.')).toBe('The water is| well shared.');
  expect(moved('Water', 'Water|', 'Water!')).toBe('Water|!');
  expect(moved('Water', '|Water', 'The Water')).toBe('|The Water');
  expect(moved('one two three', 'one tw|o three', 'one three')).toBe('one |three');
  expect(moved('', '|', 'words of others')).toBe('|words of others');
});

test('what both typed stays', () => {
  expect(moved('Water is shared.', 'The water| is shared.', 'Water is shared by all.')).toBe('The water| is shared by all.');
  expect(moved('ab', 'aX|b', 'aYb')).toBe('aX|Yb');
});

test('what either deleted is gone, and what was typed into it stays', () => {
  expect(moved('one two three', 'one |three', 'one two big three')).toBe('one |big three');
  expect(moved('one two three', 'one twx|o three', 'one three')).toBe('one x|three');
  expect(moved('abc', '|', 'abc')).toBe('|');
});

test('where nobody else typed, everything is as I have it', () => {
  const { text, place } = merge('The well.', 'The old well!', 'The well.');
  expect([text, ...[0, 4, 8, 13].map(place)]).toEqual(['The old well!', 0, 4, 8, 13]);
});
