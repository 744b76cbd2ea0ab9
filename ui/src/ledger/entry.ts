/** An entry of the ledger while it is written. */
import type { Account, Act, ActId, Cites, Day, Posting } from '../desk';
import { say, separators } from '../shared/words';
import { typed } from './decimal';

/** Reads a quantity as the reader's language writes it. */
export function exact(text: string): string | null {
  return typed(text, separators());
}

/** A phrase to be recorded: without the marks that only set names apart on the screen. */
export function bare(phrase: string): string {
  return phrase.replace(/[\u2066-\u2069]/g, '').trim();
}

/** What allows an outflow, as a field keeps it: `decision:` or `budget:` and its act. */
export function cites(chosen: string): Cites | null {
  const at = chosen.indexOf(':');
  const id = chosen.slice(at + 1);
  if (at < 0) return null;
  return chosen.startsWith('budget:') ? { budget: id } : { decision: id };
}

/** Whether something leaves what the town has. */
export function goesOut(postings: readonly Posting[]): boolean {
  const assets = (one: Posting): boolean => one.account.startsWith('assets');
  return postings.some((one) => assets(one) && one.quantity.startsWith('-')) && postings.some((one) => !assets(one));
}

/** The acts that open whichever of these accounts are not there yet. */
export function opening(wanted: readonly string[], known: readonly Account[]): Act[] {
  return [...new Set(wanted)].filter((account) => !known.some((one) => one.account === account)).map((account) => ({ do: 'ledger.open', account }));
}

/** Takes back what was just recorded: the last of the acts, on the day that it names. */
export function takenBack(ids: readonly ActId[], day: Day): Act[] {
  const transaction = ids.at(-1);
  return transaction ? [{ do: 'ledger.reverse', transaction, day, reason: say('ledger-undo-reason') }] : [];
}
