import { expect, test } from 'vitest';
import type { Person } from '../desk';
import { meant, namesakes, numbered } from './member';

function person(member: number, name: string | null, more: Partial<Person> = {}): Person {
  return { member, card: name === null ? null : { name }, given_twice: false, has_laptop: false, kind: 'person', left: null, ...more };
}

const people = [person(1, 'Zoë  Lind', { has_laptop: true }), person(2, 'Åsa Berg'), person(3, null), person(4, 'zoe lind', { left: '2027-03-03' }), person(12, 'Bo')];
const numbers = (found: Person[]): number[] => found.map((one) => one.member);

test('a namesake is found however the name is written, also one who left', () => {
  expect(numbers(namesakes(people, ' ZOE lind '))).toEqual([1, 4]);
  expect(namesakes(people, '  ')).toEqual([]);
});

test('whoever is meant is found by number, by a name that only one has here, and as a field offers them', () => {
  expect(meant(people, '12')?.member).toBe(12);
  expect(meant(people, 'zoe lind')?.member).toBe(1);
  expect(meant(people, 'Åsa Berg (2)')?.member).toBe(2);
  expect(meant(people, '4')).toBeUndefined();
  expect(meant(people, 'nobody')).toBeUndefined();
});

test('a number is read alone, or behind a name as a field offers it', () => {
  expect(['12', ' 12 ', 'Åsa Berg (2)', 'Åsa 2', '(x)', '9'.repeat(12), ''].map(numbered)).toEqual([12, 12, 2, null, null, null, null]);
});
