/** Finding people as a person looks for them: however the name is written, or by number. */
import type { Person } from '../desk';

/** How many people a field offers at once. */
const OFFERED = 12;

/** A name as it sounds: without accents, capitals and double spaces. */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
}

/** Everybody who has this name already, those of a number given twice included. */
export function namesakes(people: readonly Person[], name: string): Person[] {
  const wanted = plain(name);
  if (!wanted) return [];
  return people.filter((one) => [one.card, ...(one.cards ?? [])].some((card) => card && plain(card.name) === wanted));
}

/** A person as a field offers one: the name, and the number that tells two of one name apart. */
export function asOffered(person: Person): string {
  return person.card ? `${person.card.name} (${person.member})` : `${person.member}`;
}

/** The first people who belong and whose name or number begins like this. */
export function offered(people: readonly Person[], words: string): Person[] {
  const wanted = plain(words);
  const fits = (one: Person): boolean => !wanted || plain(asOffered(one)).includes(wanted);
  const found: Person[] = [];
  for (const one of people) {
    if (one.left === null && fits(one)) found.push(one);
    if (found.length === OFFERED) break;
  }
  return found;
}

/** Who is meant: a number, a whole name that only one person has, or both as a field offers them. */
export function meant(people: readonly Person[], words: string): Person | undefined {
  const wanted = plain(words);
  if (!wanted) return undefined;
  const here = people.filter((one) => one.left === null);
  const byNumber = here.find((one) => String(one.member) === wanted || plain(asOffered(one)) === wanted);
  const byName = namesakes(here, words);
  return byNumber ?? (byName.length === 1 ? byName[0] : undefined);
}

/** Whom a list shows. */
export type Shown = 'belong' | 'laptop' | 'left' | 'all';

/** The people of a list, by number or by name as the reader's language sorts names. */
export function listed(people: readonly Person[], shown: Shown, by: 'number' | 'name', language: string): Person[] {
  const fits = people.filter((one) => shown === 'all' || (shown === 'left' ? one.left !== null : one.left === null && (shown === 'belong' || one.has_laptop === true)));
  if (by === 'number') return fits;
  const { compare } = new Intl.Collator(language);
  // Whoever's name is not here comes last.
  return fits.sort((a, b) => Number(!a.card) - Number(!b.card) || compare(a.card?.name ?? '', b.card?.name ?? '') || a.member - b.member);
}
