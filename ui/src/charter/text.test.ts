import { expect, test } from 'vitest';
import { amendment, fromText, idOf, toText } from './text';

const clauses = [
  { id: 'right-of-exit', heading: 'Right of exit', text: 'Any town may leave.\n\nNobody may punish it.' },
  { id: 'water', heading: 'The well', text: 'Shared.' },
  { id: 'clause-3', heading: 'الماء', text: 'للجميع.' },
];

test('a clause is named after its heading, and by a number where that is not in latin letters', () => {
  expect(idOf('Right of exit!', [])).toBe('right-of-exit');
  expect(idOf('Würde', [])).toBe('wurde');
  expect(idOf('Water', ['water', 'water-2'])).toBe('water-3');
  expect(idOf('حق الخروج', ['a', 'b'])).toBe('clause-3');
  expect(idOf('الماء 2', ['clause-2', 'a'])).toBe('clause-3');
  expect(idOf('x'.repeat(200), []).length).toBeLessThanOrEqual(64);
});

test('a charter comes out of its text as it went in', () => {
  const text = toText({ title: 'Charter', clauses });
  expect(text).toContain('## Right of exit\n');
  expect(text).toContain('## The well {water}\n');
  expect(fromText(text, [], 'Preamble')).toEqual({ title: 'Charter', clauses });
});

test('a heading without a name means the clause in force that bears it', () => {
  expect(fromText('## The well\nFor all.', clauses, 'Preamble').clauses).toEqual([{ id: 'water', heading: 'The well', text: 'For all.' }]);
});

test('no word before the first heading is lost', () => {
  const read = fromText('# Charter\r\n\r\nWe, who live here.\r\n## A\r\nb', [], 'Preamble');
  expect(read.clauses.map((clause) => [clause.id, clause.text])).toEqual([['preamble', 'We, who live here.'], ['a', 'b']]);
});

test('two headings alike are two clauses', () => {
  expect(fromText('## A\nb\n## A\nc', [], '').clauses.map((clause) => clause.id)).toEqual(['a', 'a-2']);
});

test('an amendment sets what differs and drops what is missing', () => {
  const after = [clauses[0]!, { ...clauses[1]!, text: 'For all.' }, { id: 'new', heading: 'New', text: 'x' }];
  expect(amendment(clauses, after)).toEqual({ set: after.slice(1), drop: ['clause-3'] });
});
