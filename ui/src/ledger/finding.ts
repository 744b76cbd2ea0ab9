/** Entries by the words in them. */
import type { JournalLine } from '../desk';

/** Lines in which every word that was typed occurs: in the text, the day, an account or amount, or why it was taken back. */
export function finding(lines: readonly JournalLine[], wanted: string, dayInWords: (civil: string) => string): JournalLine[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...lines];
  // Many entries share a day, and saying a day is slow.
  const days = new Map<string, string>();
  const said = (civil: string): string => {
    const known = days.get(civil) ?? dayInWords(civil);
    days.set(civil, known);
    return known;
  };
  return lines.filter((line) => {
    const moved = line.postings.map((one) => `${one.account} ${one.quantity} ${one.commodity}`);
    const told = [line.text, line.day, said(line.day), line.reverses?.reason ?? '', ...moved].join(' ').toLocaleLowerCase();
    return words.every((word) => told.includes(word));
  });
}
