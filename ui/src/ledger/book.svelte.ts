/** What every page of the ledger knows: its accounts and its budgets. */
import type { Account, ActId, JournalLine, Told } from '../desk';
import { house } from '../shared/house.svelte';
import { looking } from '../shared/looking.svelte';
import { say } from '../shared/words';
import { commodities } from './accounts';

/** The forms of the ledger. */
export type Form = 'enter' | 'lines' | 'open' | 'budget' | 'close' | 'reverse';

/** Begins a form, perhaps about an entry. */
export type Begin = (form: Form, about?: JournalLine) => void;

export class Book {
  readonly #accounts = looking(() => ({ view: 'accounts', later: 'again' }));
  readonly #budgets = looking(() => ({ view: 'budgets', later: 'again' }));

  readonly accounts = $derived<Account[]>(this.#accounts.shown?.accounts ?? []);
  readonly budgets = $derived(this.#budgets.shown?.budgets ?? []);
  /** Every commodity that is known. */
  readonly known = $derived([...new Set([...commodities(this.accounts), ...this.budgets.flatMap((one) => one.budget.limits.map((limit) => limit.commodity))])]);

  get read(): boolean {
    return this.#accounts.shown !== undefined && this.#budgets.shown !== undefined;
  }

  get trouble(): Told | undefined {
    return this.#accounts.trouble ?? this.#budgets.trouble;
  }

  /** Whether this laptop may write here at all; whose turn it is, the rules say. */
  get writes(): boolean {
    return house.open?.admitted ?? false;
  }

  /** What allows an entry, as a link says it. */
  cited(line: JournalLine): { says: string; id: ActId } | null {
    const { cites, allowed_by: by } = line;
    if (!cites) return null;
    if ('decision' in cites) return { says: say('ledger-by-decision', { decision: spelled(by?.number, by?.name) }), id: cites.decision };
    return { says: say('ledger-by-budget', { budget: by?.name ?? '' }), id: cites.budget };
  }
}

/** A decision by number and title, where it is here. */
export function spelled(number: number | null | undefined, title: string | null | undefined): string {
  return number ? say('decision-choice', { number, title: title ?? '' }) : say('ledger-a-decision');
}
