import { expect, test } from 'vitest';
import { find, plain, type Findable } from './find';

function named(...names: string[]): Findable[] {
  return names.map((says, id) => ({ id, says, at: '', words: plain(says) }));
}

function found(wanted: string, ...names: string[]): string[] {
  return find(wanted, named(...names)).map((one) => one.says);
}

test('case and accents make no difference', () => {
  expect(found('JOSE', 'José Núñez', 'Ada')).toEqual(['José Núñez']);
  expect(found('محمد', 'مُحَمَّد')).toEqual(['مُحَمَّد']);
});

test('every word has to be there, in any order', () => {
  expect(found('flour give', 'Give 40 kg of flour', 'Give a roof')).toEqual(['Give 40 kg of flour']);
});

test('what begins with the word comes before what only has it inside', () => {
  expect(found('an', 'Dana', 'Ana', 'Lea Anker')).toEqual(['Ana', 'Lea Anker', 'Dana']);
});

test('no words find nothing', () => {
  expect(found('  ', 'Ada')).toEqual([]);
});
