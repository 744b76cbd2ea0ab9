/** Finding a member as a person looks for one: however the name is written, or by number. */
import type { Member, Person } from '../desk';

/** How many people a field offers at once. */
export const OFFERED = 12;

/** A name as it sounds: without accents, capitals and double spaces. */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
}

/** The names of a person: one, or several where laptops gave a number at once. */
function named(person: Person): string[] {
  return [person.card, ...(person.cards ?? [])].flatMap((card) => (card ? [plain(card.name)] : []));
}

/** Everybody among some people who has this name already, those of a number given twice included. */
export function namesakes(people: readonly Person[], name: string): Person[] {
  const wanted = plain(name);
  return wanted ? people.filter((one) => named(one).includes(wanted)) : [];
}

/** A person as a field offers one: the name, and the number that tells two of one name apart. */
export function asOffered(person: Person): string {
  return person.card ? `${person.card.name} (${person.member})` : `${person.member}`;
}

/** The number that somebody wrote: alone, or behind a name as a field offers it. */
export function numbered(words: string): Member | null {
  const number = /^(\d{1,9})$|\((\d{1,9})\)$/.exec(words.trim());
  const written = number?.[1] ?? number?.[2];
  return written ? Number(written) : null;
}

/** Who is meant among the people who fit best: a number, a whole name that only one of them has, or both as a field offers them. */
export function meant(people: readonly Person[], words: string): Person | undefined {
  const wanted = plain(words);
  if (!wanted) return undefined;
  const here = people.filter((one) => one.left === null);
  const byNumber = here.find((one) => String(one.member) === wanted || plain(asOffered(one)) === wanted);
  const byName = namesakes(here, words);
  return byNumber ?? (byName.length === 1 ? byName[0] : undefined);
}
