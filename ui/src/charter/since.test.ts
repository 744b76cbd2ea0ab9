import { expect, test } from 'vitest';
import { since } from './since';

test('a clause stands since the version that changed it last', async () => {
  const changed: Record<number, string[]> = { 2: ['water', 'exit'], 3: ['water', 'gone'], 4: [] };
  const found = await since(['water', 'exit', 'first'], 4, async (version) => changed[version] ?? []);
  expect(Object.fromEntries(found)).toEqual({ water: 3, exit: 2, first: 1 });
});

test('no more versions are read than needed', async () => {
  const read: number[] = [];
  await since(['water'], 9, async (version) => (read.push(version), version === 8 ? ['water'] : []));
  expect(read).toEqual([9, 8]);
});
