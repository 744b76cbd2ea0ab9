import { expect, test } from 'vitest';
import { amending } from './about';

const now = [
  { id: 'water', heading: 'Water', text: 'Shared.' },
  { id: 'exit', heading: 'Exit', text: 'Free.' },
];

test('a draft about one clause is its new words', () => {
  expect(amending({ about: 'water', title: 'On water' }, 'For all.\n', now, 'P').set).toEqual([{ id: 'water', heading: 'Water', text: 'For all.' }]);
  expect(amending({ about: 'bread', title: 'Bread' }, 'For all.', now, 'P').set).toEqual([{ id: 'bread', heading: 'Bread', text: 'For all.' }]);
  expect(amending({ about: 'water', title: 'On water' }, 'Shared.\n', now, 'P').set).toEqual([]);
});

test('a draft of the whole charter drops what is not in it', () => {
  const read = amending({ about: 'charter', title: 'T' }, '# C\n## Water\nFor all.\n## Bread\nDaily.', now, 'P');
  expect([read.title, read.set.map((clause) => clause.id), read.drop]).toEqual(['C', ['water', 'bread'], ['exit']]);
});

test('clauses under headings drop nothing', () => {
  expect(amending({ about: 'water', title: 'T' }, '## Water\nFor all.\n## Bread\nDaily.', now, 'P').drop).toEqual([]);
});
