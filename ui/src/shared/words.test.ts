import { expect, test } from 'vitest';
import { say } from './words';

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });

test('every phrase a page asks for is in the locale', () => {
  const keys = Object.values(sources).flatMap((source) => [...source.matchAll(/\bsay\('([^']+)'/g)].map((match) => match[1] ?? ''));

  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => say(key) === key)).toEqual([]);
});
