/** Entries by the words in them. */
import type { JournalLine } from '../desk';

/** Whether every word that was typed is somewhere in the entry: its text, its day, its accounts and amounts, or why it was taken back. */
export function about(line: JournalLine, wanted: string, day: string): boolean {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const lines = line.postings.map((one) => `${one.account} ${one.quantity} ${one.commodity}`);
  const told = [line.text, line.day, day, line.reverses?.reason ?? '', ...lines].join(' ').toLocaleLowerCase();
  return words.every((word) => told.includes(word));
}
