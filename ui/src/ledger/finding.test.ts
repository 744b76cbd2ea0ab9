import { expect, test } from 'vitest';
import type { JournalLine } from '../desk';
import { finding } from './finding';

const line = (text: string, day: string): JournalLine => ({
  id: text, day, text, by: 2, claimed_at: 0, cites: null, receipt: null, receipt_is_here: null, reversed: false, reverses: null, running: null, uncited_outflow: false,
  postings: [{ account: 'assets:store', commodity: 'kg flour', quantity: '-40' }, { account: 'expenses:given', commodity: 'kg flour', quantity: '40' }],
});
const lines = [line('40 kg flour to Cedar Falls', '2027-02-12'), line('16 h from the young people', '2027-01-20')];
const found = (wanted: string): string[] => finding(lines, wanted, () => 'winter').map((one) => one.text);

test('every word that is typed has to be somewhere in the entry', () => {
  expect(found('')).toHaveLength(2);
  expect(found('cedar FLOUR')).toEqual(['40 kg flour to Cedar Falls']);
  expect(found('cedar young')).toEqual([]);
  expect(found('winter given 2027-01')).toEqual(['16 h from the young people']);
});
