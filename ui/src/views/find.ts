/** Finding words in the book, whatever their case and accents. */

/** Words as they are compared: small, and without accents and vowel signs. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Something that can be found: what is shown of it, where it is, and every word that finds it. */
export interface Findable {
  id: string | number;
  says: string;
  /** What stands beside it, quietly. */
  beside?: string;
  at: string;
  /** All its words, as they are compared. */
  words: string;
}

/** Everything that has each of the wanted words somewhere; what begins with the first of them comes first. */
export function find(wanted: string, among: readonly Findable[]): Findable[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const found = among.filter((one) => words.every((word) => one.words.includes(word)));
  const begins = (one: Findable): boolean => one.words.startsWith(first) || one.words.includes(` ${first}`);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
