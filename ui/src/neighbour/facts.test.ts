import { expect, test } from 'vitest';
import type { Received, TownThere } from '../desk';
import { age, facts, parting, present, road } from './facts';
import { beginning, label, outside, spots } from './lanterns';
import { brought, unused } from './parcels';

const DAY = 86_400;
const NOW = 1_807_135_200;

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const town = (known: Partial<TownThere>): TownThere => ({
  assembly: 'a', town: 'Riverside', own: false, laptops: 1, changes_here: 9, waiting_here: 0, last_met: NOW - 2 * DAY, road: 'bundle', broke_off: null,
  same_as_ours_at: null, missing_here: 0, missing_here_since: null, rings: [{ ring: 'commons', not_known_to_be_there: 0, since: null }], ...known,
});

test('what is missing on either side is said with when and by which road the town was met', () => {
  const said = facts(town({ missing_here: 3, rings: [{ ring: 'commons', not_known_to_be_there: 7, since: null }] }), NOW).map(plain);

  expect(said).toEqual(['Last met 2 days ago, by stick.', '3 of their entries are not here yet.', '7 entries of ours are not known to be there.']);
});

test('a town is never said to hold the same while anything is missing, nor because it was met', () => {
  expect(facts(town({ same_as_ours_at: NOW - 2 * DAY }), NOW).map(plain)).toContain('Both held the same 2 days ago.');
  expect(facts(town({}), NOW).join()).not.toContain('same');
  expect(facts(town({ same_as_ours_at: NOW - 2 * DAY, waiting_here: 1 }), NOW).join()).not.toContain('Both');
  expect(facts(town({ last_met: null, changes_here: 0 }), NOW).map(plain)).toEqual(['Not met yet.', 'Its record is not here yet; it comes with the first meeting or the first bundle.']);
});

test('a line is as old as the last meeting', () => {
  expect([NOW, NOW - 8 * DAY, NOW - 40 * DAY, null].map((met) => age(met, NOW))).toEqual(['week', 'month', 'longer', 'never']);
});

test('roads and partings that nobody has words for are said plainly', () => {
  expect(['bundle', 'from 192.0.2.1:4433', 'relay https://relay.example', 'unknown', null].map(road)).toEqual(['bundle', 'called', 'relay', 'none', 'none']);
  expect(['lost', 'stalled', 'not-welcome', 'standing-changed', 'no-room', 'flood'].map(parting)).toEqual(['lost', 'silent', 'stranger', 'changed', 'room', 'other']);
  expect(facts(town({ broke_off: 'standing-changed' }), NOW).map(plain)).toContain('That meeting broke off: the roll changed meanwhile, and with it what one of the two may be given.');
});

test('the moment is the clock\'s unless another day is claimed', () => {
  const clock = new Date(2026, 10, 21, 16);
  expect(present('2026-11-21', clock)).toBe(clock.getTime() / 1000);
  expect(present('2027-04-08', clock)).toBe(new Date(2027, 3, 8, 23, 59, 59).getTime() / 1000);
});

test('lanterns hang evenly, and two of them side by side', () => {
  expect(spots(4, 100, 50)).toEqual([{ x: 0, y: -50 }, { x: 100, y: 0 }, { x: 0, y: 50 }, { x: -100, y: 0 }]);
  expect(spots(2, 100, 50).map(({ y }) => y + 0)).toEqual([0, 0]);
});

test('names stand outside the ring', () => {
  expect(spots(8, 106, 122).map(outside)).toEqual(['above', 'above', 'right', 'below', 'below', 'below', 'left', 'above']);
  expect(beginning({ x: 0, y: -122 }, 2)).toEqual({ x: 0, y: -48 });
  expect(beginning({ x: 106, y: 0 }, 3)).toEqual({ x: 20, y: -11 });
});

test('a long name is cut on its second line, and says so', () => {
  expect(label('Cedar Falls', 16)).toEqual(['Cedar Falls']);
  expect(label('Saint Bartholomew by the Long Water', 16)).toEqual(['Saint', 'Bartholomew by…']);
  expect(label('Llanfairpwllgwyngyllgogerych', 16)).toEqual(['Llanfairpwllgwy…']);
  expect(label('The assembly of Upper', 16)).toEqual(['The assembly of', 'Upper']);
});

test('what a bundle brought leaves out what it did not bring', () => {
  const received: Received = {
    new: { a: 2, b: 0 }, known: 4, waiting: 0, cards: 0, files: 1, damaged_parts: [], sealed_parts: 1, newer: 0, refused: [], left_out: 0, papers_left_out: 0, packing_unproven: false, new_towns: [],
  };
  expect(brought(received, () => 'Riverside').map(plain)).toEqual(['2 new entries of Riverside', 'One new attachment', '4 entries were here already']);
  expect(unused(received).map(plain)).toEqual(['One part is sealed to others. Carry the bundle on to them.']);
  expect(unused({ ...received, sealed_parts: 0, left_out: 80 }).map(plain)).toEqual([
    '80 entries of distant towns were left out, since there is little room left on this disk. Make room, and take the bundle in again.',
  ]);

  const nothing = { ...received, new: {}, files: 0 };
  expect(brought(nothing, () => '').map(plain)).toEqual(['Nothing new came of it.', '4 entries were here already']);
  expect(brought({ ...nothing, sealed_parts: 0 }, () => '')).toEqual(['Nothing new: all of it was here already.']);
});
