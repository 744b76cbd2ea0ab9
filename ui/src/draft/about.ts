/** What a draft is to become: a motion, the whole charter, or one clause of it by its name. */
import type { Clause, Draft } from '../desk';
import { amendment, fromText, hasHeadings } from '../charter/text';
import { say } from '../shared/words';

export const MOTION = 'motion';
export const CHARTER = 'charter';

/** In words. */
export function inWords(about: string | null, clauses: readonly Clause[]): string {
  if (about === null) return say('draft-about-open');
  if (about === MOTION || about === CHARTER) return say(`draft-about-${about}`);
  const clause = clauses.find((one) => one.id === about);
  return clause ? say('draft-about-clause', { clause: clause.heading }) : say('draft-about-new');
}

/** What a draft's text says of the charter in force. */
export interface Amending {
  title: string;
  clauses: Clause[];
  set: Clause[];
  drop: string[];
}

/** Reads a draft's text as clauses: all of them, those under headings, or the words of the one that it is about. */
export function amending(draft: Pick<Draft, 'about' | 'title'>, text: string, now: readonly Clause[], preamble: string): Amending {
  if (draft.about === CHARTER) {
    const read = fromText(text, now, preamble);
    return { title: read.title || draft.title, clauses: read.clauses, ...amendment(now, read.clauses) };
  }
  if (hasHeadings(text) || draft.about === null || draft.about === MOTION) {
    const read = fromText(text, now, preamble);
    return { title: read.title || draft.title, clauses: read.clauses, set: amendment(now, read.clauses).set, drop: [] };
  }
  const clause = now.find((one) => one.id === draft.about);
  const anew = { id: draft.about, heading: clause?.heading ?? draft.title, text: text.trim() };
  return { title: draft.title, clauses: [anew], set: amendment(now, [anew]).set, drop: [] };
}
