import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';

/** Questions that wait for their answer, in the order in which they were asked. */
const asked: { words: string[]; answer: (shown: unknown) => void; refuse: (why: unknown) => void }[] = [];

vi.mock('../desk', () => ({
  look: (_: string, words: string[]) => new Promise((answer, refuse) => asked.push({ words, answer, refuse })),
  Refusal: { of: (thrown: unknown) => thrown },
}));
vi.mock('./house.svelte', () => {
  let revision = $state(0);
  return { house: { get revision() { return revision; }, record: () => (revision += 1), open: { assembly: 'millbrook' } } };
});

const { looking } = await import('./looking.svelte');
const { steps } = await import('./steps.svelte');
const { names } = await import('./names.svelte');
const { house } = (await import('./house.svelte')) as unknown as { house: { record: () => void } };

const rows = (from: number, count: number): { lines: number[]; found: number } => ({ lines: Array.from({ length: count }, (_, at) => from + at), found: 250 });
const settled = (): Promise<void> => new Promise((soon) => setTimeout(soon));

beforeEach(() => void (asked.length = 0));

test('an answer to an older letter never takes the place of a newer one', async () => {
  let words = $state('f');
  let seen: ReturnType<typeof looking<'search'>> | undefined;
  const end = $effect.root(() => {
    seen = looking(() => ({ view: 'search', words: [`find=${words}`] }));
  });
  flushSync();
  words = 'fl';
  flushSync();
  expect(asked.map((one) => one.words)).toEqual([['find=f'], ['find=fl']]);
  asked[1]?.answer('what fl finds');
  await settled();
  asked[0]?.answer('what f finds');
  await settled();
  expect([seen?.shown, seen?.answers]).toEqual(['what fl finds', ['find=fl']]);

  words = 'flo';
  flushSync();
  expect(seen?.shown, 'nothing flickers while it is asked').toBe('what fl finds');
  words = 'flour';
  flushSync();
  asked[2]?.refuse('too late to be refused');
  asked[3]?.answer('what flour finds');
  await settled();
  expect([seen?.shown, seen?.trouble]).toEqual(['what flour finds', undefined]);
  end();
});

test('a list is read step by step, and as far as it was read when something is recorded', async () => {
  let words = $state('');
  let list: ReturnType<typeof steps<'journal', number>> | undefined;
  const end = $effect.root(() => {
    list = steps(() => ({ view: 'journal', words: words ? [`find=${words}`] : [], rows: (shown) => (shown as never as { lines: number[] }).lines, found: (shown) => shown.found }));
  });
  flushSync();
  asked[0]?.answer(rows(0, 30));
  await settled();
  void list?.more();
  asked[1]?.answer(rows(30, 100));
  await settled();
  expect(asked.map((one) => one.words)).toEqual([['count=30'], ['count=100', 'from=30']]);
  expect([list?.rows.length, list?.rows.at(-1), list?.found]).toEqual([130, 129, 250]);

  house.record();
  flushSync();
  expect(asked[2]?.words).toEqual(['count=130']);
  asked[2]?.answer(rows(0, 130));
  await settled();

  void list?.more();
  words = 'flour';
  flushSync();
  expect(asked[4]?.words).toEqual(['find=flour', 'count=30']);
  asked[4]?.answer({ lines: [7], found: 1 });
  await settled();
  asked[3]?.answer(rows(130, 100));
  await settled();
  expect([list?.rows, list?.found], 'what was read of another list belongs to nobody').toEqual([[7], 1]);
  end();
});

test('whoever is named on a page is asked for at once, and nobody else', async () => {
  const end = $effect.root(() => names.follow());
  flushSync();
  expect([names.of(3), names.of(1), names.of(3), names.of(null)]).toEqual(['', '', '', undefined]);
  await settled();
  expect(asked.map((one) => one.words)).toEqual([['of=3,1']]);
  asked[0]?.answer({ names: [{ member: 3, name: 'Rosa' }] });
  await settled();
  expect([names.of(3), names.of(1)]).toEqual(['Rosa', undefined]);

  house.record();
  flushSync();
  expect(asked[1]?.words, 'a card may have changed').toEqual(['of=3,1']);
  asked[1]?.answer({ names: [{ member: 3, name: 'Rosa of the Mill' }, { member: 1, name: 'Ada' }] });
  await settled();
  expect([names.of(3), names.of(1)]).toEqual(['Rosa of the Mill', 'Ada']);
  end();
});
