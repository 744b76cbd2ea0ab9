/** What the desk answered lately: a page that is opened again shows it at once, until anything was recorded or heard. */
import { look, type Views } from '../desk';
import { house } from './house.svelte';

/** A view of the book, and what it is asked with. */
export interface Question<View extends keyof Views> {
  view: View;
  words?: string[];
  asOf?: string | undefined;
}

/** How many answers are kept; the one that was used longest ago goes first. */
const KEPT = 24;

/** How long an answer is kept, in milliseconds: where nobody tells this window that others wrote in the home, it finds out by asking. */
const HOLDS = 20_000;

const kept = new Map<string, { answer: unknown; until: number }>();
/** Grows whenever what was answered may no longer be so: an answer that comes after that is shown, and not kept. */
let turn = 0;

/** Forgets every answer. */
export function forget(): void {
  turn += 1;
  kept.clear();
}

function keyOf({ view, words, asOf }: Question<keyof Views>): string {
  return JSON.stringify([house.assembly, house.today, view, words, asOf]);
}

/** What the desk answered to it, if that still holds. */
export function answered<View extends keyof Views>(question: Question<View>): Views[View] | undefined {
  const key = keyOf(question);
  const known = kept.get(key);
  kept.delete(key);
  if (!known || known.until < performance.now()) return undefined;
  kept.set(key, known);
  return known.answer as Views[View];
}

/** Asks the desk. */
export async function ask<View extends keyof Views>(question: Question<View>): Promise<Views[View]> {
  const [key, asked] = [keyOf(question), turn];
  const answer = await look(question.view, question.words ?? [], question.asOf);
  // What somebody types is looked for once.
  if (asked === turn && !question.words?.some((word) => word.startsWith('find=') && word !== 'find=')) {
    kept.set(key, { answer, until: performance.now() + HOLDS });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
  }
  return answer;
}
