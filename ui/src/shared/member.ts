/** Finding a member as a person looks for one: however the name is written, or by number. */
import type { Person } from '../desk';

/** How many people a field offers at once. */
const OFFERED = 12;

/** A name as it sounds: without accents, capitals and double spaces. */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
}

/** What is looked for while somebody types, kept by person: a roll may have thousands. */
const sounds = new WeakMap<Person, { names: string[]; offered: string }>();

function sound(person: Person): { names: string[]; offered: string } {
  const known = sounds.get(person);
  if (known) return known;
  const cards = [person.card, ...(person.cards ?? [])].flatMap((card) => (card ? [card] : []));
  const found = { names: cards.map((card) => plain(card.name)), offered: plain(asOffered(person)) };
  sounds.set(person, found);
  return found;
}

/** Everybody who has this name already, those of a number given twice included. */
export function namesakes(people: readonly Person[], name: string): Person[] {
  const wanted = plain(name);
  if (!wanted) return [];
  return people.filter((one) => sound(one).names.includes(wanted));
}

/** A person as a field offers one: the name, and the number that tells two of one name apart. */
export function asOffered(person: Person): string {
  return person.card ? `${person.card.name} (${person.member})` : `${person.member}`;
}

/** The first people who belong and whose name or number begins like this. */
export function offered(people: readonly Person[], words: string): Person[] {
  const wanted = plain(words);
  const fits = (one: Person): boolean => !wanted || sound(one).offered.includes(wanted);
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
  const byNumber = here.find((one) => String(one.member) === wanted || sound(one).offered === wanted);
  const byName = namesakes(here, words);
  return byNumber ?? (byName.length === 1 ? byName[0] : undefined);
}
