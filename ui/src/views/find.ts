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
  beside: string;
  at: string;
  /** Its name, as it is compared. */
  name: string;
  /** All its words, as they are compared. */
  words: string;
}

/** Something that can be found by its name, what stands beside it, and more that is not shown. */
export function findable(id: string | number, at: string, says: string, beside: string, ...more: (string | null | undefined)[]): Findable {
  return { id, at, says, beside, name: plain(says), words: plain([says, beside, ...more].join(' ')) };
}

/** Everything that has each of the wanted words somewhere; what begins so by name comes first, and what only has them inside comes last. */
export function find(wanted: string, among: readonly Findable[]): Findable[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const begin = (text: string): boolean => words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
  const found = among.filter((one) => words.every((word) => one.words.includes(word)));
  const ranks: Findable[][] = [[], [], []];
  for (const one of found) ranks[begin(one.name) ? 0 : begin(one.words) ? 1 : 2]?.push(one);
  return ranks.flat();
}
