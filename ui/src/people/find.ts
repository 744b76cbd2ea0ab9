/** The people of a list: who is on it, and in which order. */
import type { Person } from '../desk';

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
