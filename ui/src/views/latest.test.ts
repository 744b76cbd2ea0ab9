import { expect, test } from 'vitest';
import type { Filed } from '../desk';
import { latest } from './latest';

function filed(id: string, claimed_at: number, kind = 'roll.enrol'): Filed {
  return { id, claimed_at, act: { do: kind } } as unknown as Filed;
}

test('the last act stands first, also of those that were written at one moment', () => {
  const acts = [filed('found', 7), filed('enrol', 7), filed('call', 7), filed('before', 5)];
  expect(latest(acts, 3).map((one) => one.id)).toEqual(['call', 'enrol', 'found']);
});

test('signatures and typing are left out', () => {
  expect(latest([filed('a', 1), filed('b', 2, 'roll.sign'), filed('c', 3, 'draft.edit')], 9).map((one) => one.id)).toEqual(['a']);
});
