import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { sought, type Sought } from './sought.svelte';

/** Follows a link, as a person would. */
async function follow(hash: string): Promise<void> {
  location.hash = hash;
  await new Promise((soon) => setTimeout(soon));
  flushSync();
}

test('a link to the page that is open fills its field with the words of the link, or empties it', async () => {
  await follow('#/search?q=flour');
  let typed: Sought | undefined;
  let other: Sought | undefined;
  const end = $effect.root(() => {
    typed = sought('search');
    other = sought();
  });
  flushSync();
  expect([typed?.words, other?.words]).toEqual(['flour', '']);
  if (typed) typed.words = 'flour and oats';
  if (other) other.words = 'said in no address';
  flushSync();
  typed?.keep();
  other?.keep();
  expect([location.hash, typed?.words]).toEqual(['#/search?q=flour%20and%20oats', 'flour and oats']);
  await follow('#/search?q=flour');
  expect(typed?.words).toBe('flour');
  if (typed) typed.words = 'flour and rye';
  flushSync();
  typed?.keep();
  await follow('#/search');
  expect([typed?.words, other?.words]).toEqual(['', 'said in no address']);
  end();
});
