import { expect, test } from 'vitest';
import type { Unsigned } from '../desk';
import { isCard, unsignedBy } from './card';

test('only the code of a card is taken for one, however it is written', () => {
  expect(isCard('  FOLKMOOT:CARD:AAAA bbbb\n')).toBe(true);
  expect(isCard('folkmoot:\ncard:aaaa')).toBe(true);
  expect(isCard('folkmoot:town:card')).toBe(false);
  expect(isCard('')).toBe(false);
});

test('what its holder signed is not offered again', () => {
  const waiting = [{ id: 'a', signed_by: [1] }, { id: 'b', signed_by: [2, 3] }] as Unsigned[];
  expect(unsignedBy(1, waiting).map((one) => one.id)).toEqual(['b']);
});
