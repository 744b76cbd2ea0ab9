/** What was written last, of all that the book holds. */
import type { Filed } from '../desk';

/** What is said elsewhere already: signatures stand with what they sign, and typing with its draft. */
const QUIET = ['roll.sign', 'draft.edit'];

/** The latest acts, the last one first; of those with one and the same moment, the one that follows the others. */
export function latest(acts: readonly Filed[], count: number): Filed[] {
  const told = acts.filter((one) => !QUIET.includes(one.act.do)).reverse();
  return told.sort((a, b) => b.claimed_at - a.claimed_at).slice(0, count);
}
