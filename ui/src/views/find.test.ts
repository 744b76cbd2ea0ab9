import { expect, test } from 'vitest';
import { find, findable } from './find';

function found(wanted: string, ...names: string[]): string[] {
  return find(wanted, names.map((says, id) => findable(id, '', says, ''))).map((one) => one.says);
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

test('a name goes before what is only said of somebody', () => {
  const people = [findable(1, '', 'Ana', 'member 1', 'by the well'), findable(2, '', 'Wells', 'member 2')];
  expect(find('well', people).map((one) => one.says)).toEqual(['Wells', 'Ana']);
});

test('no words find nothing', () => {
  expect(found('  ', 'Ada')).toEqual([]);
});
