import { expect, test } from 'vitest';
import { isDue } from './lock.svelte';

const minutes = (count: number): number => count * 60_000;

test('a book is locked once nobody has touched it for as long as was chosen', () => {
  expect(isDue(10, 0, minutes(10) - 1)).toBe(false);
  expect(isDue(10, 0, minutes(10))).toBe(true);
  expect(isDue(10, minutes(5), minutes(10))).toBe(false);
});

test('a laptop that slept for a night is locked when it wakes', () => {
  expect(isDue(30, minutes(1), minutes(600))).toBe(true);
});

test('whoever chose never is never locked out', () => {
  expect(isDue(0, 0, minutes(100_000))).toBe(false);
});
