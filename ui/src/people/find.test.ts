import { expect, test } from 'vitest';
import type { Person } from '../desk';
import { listed } from './find';

function person(member: number, name: string | null, more: Partial<Person> = {}): Person {
  return { member, card: name === null ? null : { name }, given_twice: false, has_laptop: false, kind: 'person', left: null, ...more };
}

const people = [person(1, 'Zoë  Lind', { has_laptop: true }), person(2, 'Åsa Berg'), person(3, null), person(4, 'zoe lind', { left: '2027-03-03' }), person(12, 'Bo')];
const numbers = (found: Person[]): number[] => found.map((one) => one.member);

test('a list is sorted by name, and those without one come last', () => {
  expect(numbers(listed(people, 'belong', 'name', 'en'))).toEqual([2, 12, 1, 3]);
  expect(numbers(listed(people, 'laptop', 'number', 'en'))).toEqual([1]);
  expect(numbers(listed(people, 'left', 'number', 'en'))).toEqual([4]);
});
