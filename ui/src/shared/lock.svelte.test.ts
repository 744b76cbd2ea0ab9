import { expect, test, vi } from 'vitest';

const { asked, hidden, fails } = vi.hoisted(() => ({ asked: [] as string[], hidden: [] as boolean[], fails: { now: false } }));

vi.mock('../desk', () => ({
  about: () => undefined,
  lodging: () => Promise.reject(new Error('nothing is asked here')),
  onNews: () => undefined,
  Refusal: class {},
  carry: (load: { deed: string; writing?: string | null }) => {
    asked.push(load.deed);
    hidden.push(document.body.hidden === true);
    return fails.now ? Promise.reject(new Error('the desk is busy')) : Promise.resolve({});
  },
}));

const { isDue, lock } = await import('./lock.svelte');

const minutes = (count: number): number => count * 60_000;

test('a book is locked once nobody has touched it for as long as was chosen', () => {
  expect(isDue(10, 0, minutes(10) - 1)).toBe(false);
  expect(isDue(10, 0, minutes(10))).toBe(true);
  expect(isDue(10, minutes(5), minutes(10))).toBe(false);
});

test('a laptop that slept for a night is locked when it wakes', () => {
  expect(isDue(30, minutes(1), minutes(600))).toBe(true);
});

test('a clock that went back does not keep the book open', () => {
  expect(isDue(10, minutes(60), minutes(1))).toBe(true);
  expect(isDue(10, minutes(60), minutes(60) - 300)).toBe(false);
});

test('whoever chose never is never locked out', () => {
  expect(isDue(0, 0, minutes(100_000))).toBe(false);
});

test('what is being typed is kept before the book is locked, and the page is read anew', async () => {
  const reload = vi.fn(() => asked.push('reload'));
  vi.stubGlobal('location', { ...location, reload });
  lock.keep(async () => {
    await Promise.resolve();
    asked.push('kept');
  });
  lock.keep(() => Promise.reject(new Error('no room')));
  lock.keep(() => Promise.resolve(asked.push('put away')))();
  await lock.now();
  vi.unstubAllGlobals();
  expect(asked).toEqual(['kept', 'lock', 'reload']);
});

test('nothing is shown while the book is being locked, and what cannot be locked is shown again', async () => {
  vi.stubGlobal('location', { ...location, reload: vi.fn() });
  await lock.now();
  expect([hidden.at(-1), document.body.hidden]).toEqual([true, true]);
  document.body.hidden = false;
  fails.now = true;
  await expect(lock.now()).rejects.toThrow('busy');
  expect([hidden.at(-1), document.body.hidden]).toEqual([true, false]);
  vi.unstubAllGlobals();
});

test('what never ends keeps nobody\'s book open', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { ...location, reload: vi.fn() });
  document.body.hidden = false;
  [fails.now, asked.length] = [false, 0];
  const put = lock.keep(() => new Promise(() => undefined));
  const locked = lock.now();
  await vi.advanceTimersByTimeAsync(60_000);
  await locked;
  expect(asked).toContain('lock');
  put();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
