import { expect, test } from 'vitest';
import { marks } from './marks';

const short = (before: string, after: string): string =>
  marks(before, after).map(({ words, became }) => (became === 'same' ? words : became === 'added' ? `+${words}+` : `-${words}-`)).join('');
const side = (before: string, after: string, gone: 'added' | 'dropped'): string =>
  marks(before, after).filter((mark) => mark.became !== gone).map((mark) => mark.words).join('');

test('words are marked whole', () => {
  expect(short('The well is shared.', 'The spring is shared.')).toBe('The -well-+spring+ is shared.');
  expect(short('We meet.', 'We meet in spring.')).toBe('We meet+ in spring+.');
});

test('a phrase that was replaced is marked in one piece', () => {
  expect(short('at any meeting', 'within seven days')).toBe('-at any meeting-+within seven days+');
});

test('texts without latin letters are marked by words too', () => {
  expect(short('الماء للجميع', 'الخبز للجميع')).toBe('-الماء-+الخبز+ للجميع');
});

test('what stays with what went is the old text, and with what came the new', () => {
  const texts = ['', 'a b c', 'a  c\n\nd', 'x b c d', 'What one assembly can decide, it decides.', 'What an assembly decides, one can.'];
  for (const before of texts) {
    for (const after of texts) {
      expect(side(before, after, 'added')).toBe(before);
      expect(side(before, after, 'dropped')).toBe(after);
    }
  }
});
