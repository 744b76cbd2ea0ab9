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
  return { house: { get revision() { return revision; }, record: () => (revision += 1), assembly: 'millbrook', today: '2027-04-10', open: { assembly: 'millbrook' } } };
});

const { looking } = await import('./looking.svelte');
const { answered, forget } = await import('./answers');
const { LATER } = await import('./looking.svelte');
const { steps } = await import('./steps.svelte');
const { names } = await import('./names.svelte');
const { house } = (await import('./house.svelte')) as unknown as { house: { record: () => void } };

function recorded(): void {
  forget();
  house.record();
  flushSync();
}


const rows = (from: number, count: number): { lines: number[]; found: number } => ({ lines: Array.from({ length: count }, (_, at) => from + at), found: 250 });
const settled = (after = 0): Promise<void> => new Promise((soon) => setTimeout(soon, after));

beforeEach(() => {
  asked.length = 0;
  forget();
});

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
  expect(list?.rows.length, 'what the window holds comes first').toBeLessThan(30);
  await settled(2 * LATER);
  expect(list?.rows.length).toBe(30);
  void list?.more();
  asked[1]?.answer(rows(30, 100));
  await settled();
  expect(asked.map((one) => one.words)).toEqual([['count=30'], ['count=100', 'from=30']]);
  expect([list?.rows.length, list?.rows.at(-1), list?.found]).toEqual([130, 129, 250]);

  const before = list?.rows;
  recorded();
  expect(asked[2]?.words).toEqual(['count=130']);
  asked[2]?.answer(rows(0, 130));
  await settled();
  expect(list?.rows, 'all of it stands at once').toEqual(before);

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

  recorded();
  await settled(2 * LATER);
  expect(asked[1]?.words, 'a card may have changed').toEqual(['of=3,1']);
  asked[1]?.answer({ names: [{ member: 3, name: 'Rosa of the Mill' }, { member: 1, name: 'Ada' }] });
  await settled();
  expect([names.of(3), names.of(1)]).toEqual(['Rosa of the Mill', 'Ada']);
  end();
});

test('what was answered is shown again at once, until something is recorded', async () => {
  const shows = (question: { view: 'home'; words?: string[] }): [unknown, () => void] => {
    let seen: ReturnType<typeof looking<'home'>> | undefined;
    const end = $effect.root(() => void (seen = looking(() => question)));
    flushSync();
    return [seen, end];
  };
  const [first, leave] = shows({ view: 'home' });
  asked[0]?.answer({ name: 'Millbrook' });
  await settled();
  leave();
  const [again, leaveAgain] = shows({ view: 'home' });
  expect([(again as typeof first & { shown: unknown }).shown, asked.length], 'nobody was asked').toEqual([{ name: 'Millbrook' }, 1]);
  leaveAgain();
  recorded();
  const [, end] = shows({ view: 'home' });
  expect(asked.length).toBe(2);
  // It was asked before something else was recorded.
  recorded();
  asked[1]?.answer({ name: 'Millbrook, before' });
  await settled();
  expect(answered({ view: 'home' })).toBeUndefined();
  end();
});

test('what can wait lets the page go first, and what says the same is not drawn again', async () => {
  let drawn = 0;
  const end = $effect.root(() => {
    const waits = looking(() => ({ view: 'roll', later: 'always' }));
    const first = looking(() => ({ view: 'home' }));
    $effect(() => {
      void waits;
      if (first.shown) drawn += 1;
    });
  });
  flushSync();
  expect(asked.length).toBe(1);
  asked[0]?.answer({ name: 'Millbrook' });
  await settled(2 * LATER);
  expect(asked.length).toBe(2);
  recorded();
  asked[2]?.answer({ name: 'Millbrook' });
  await settled();
  expect(drawn).toBe(1);
  end();
});
