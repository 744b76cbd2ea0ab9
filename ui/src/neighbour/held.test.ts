import { expect, test } from 'vitest';
import type { Waits } from '../desk';
import { haveIt, laptop, misses } from './held';

const ADA = { device: 'adaadaadaada', member: 1, name: 'Ada' };

function waits(missed: Waits['misses']): Waits {
  return {
    id: 'i', change: 'c', assembly: 'a', town: 'Millbrook', ring: 'commons', ...ADA, claimed_at: 1, act: null, received_at: 1, source: 'lan', misses: missed,
  };
}

/** Names are set apart from the words around them by marks that nobody sees. */
const plain = (said: string): string => said.replace(/[\u2066-\u2069]/g, '');

const missing = (change: string, of: Partial<Waits['misses'][number]> = {}) => ({ change, waits_here: false, device: null, member: null, name: null, ...of });

test('what is missing is told by whose laptop wrote it, and what nobody can tell apart from that', () => {
  const one = waits([missing('x', ADA), missing('y'), missing('z', { ...ADA, waits_here: true })]);
  const said = misses(one).map(plain);
  expect(said).toHaveLength(3);
  expect(said[0]).toContain('Ada');
  expect(said[1]).not.toContain('Ada');
  expect(said[2]).not.toContain('Ada');
});

test('whoever wrote what has not arrived has it, each once; what waits here is missing nowhere', () => {
  expect(haveIt([waits([missing('x', ADA)]), waits([missing('y', ADA)]), waits([missing('z')])]).map(plain)).toEqual([plain(laptop({ ...ADA, town: 'Millbrook' }))]);
  expect(haveIt([waits([missing('x', { ...ADA, waits_here: true })])])).toEqual([]);
});

test('of a town whose beginning is not here nothing else can be said', () => {
  expect(misses(waits([])).map(plain).join()).toContain('Millbrook');
});
