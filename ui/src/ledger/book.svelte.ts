/** What every page of the ledger knows: its accounts, its budgets, and the decisions that it cites. */
import type { Account, ActId, Cites, JournalLine, Told } from '../desk';
import { house } from '../shared/house.svelte';
import { looking } from '../shared/looking.svelte';
import { say } from '../shared/words';
import { commodities } from './accounts';

/** The forms of the ledger. */
export type Form = 'enter' | 'lines' | 'open' | 'budget' | 'close' | 'reverse';

/** Begins a form, perhaps about an entry. */
export type Begin = (form: Form, about?: JournalLine) => void;

export class Book {
  readonly #accounts = looking(() => ({ view: 'accounts' }));
  readonly #budgets = looking(() => ({ view: 'budgets' }));
  readonly #decisions = looking(() => ({ view: 'decisions' }));

  readonly accounts = $derived<Account[]>(this.#accounts.shown?.accounts ?? []);
  readonly budgets = $derived(this.#budgets.shown?.budgets ?? []);
  readonly decisions = $derived(this.#decisions.shown?.decisions ?? []);
  /** Every commodity that is known. */
  readonly known = $derived([...new Set([...commodities(this.accounts), ...this.budgets.flatMap((one) => one.budget.limits.map((limit) => limit.commodity))])]);

  get read(): boolean {
    return this.#accounts.shown !== undefined && this.#budgets.shown !== undefined && this.#decisions.shown !== undefined;
  }

  get trouble(): Told | undefined {
    return this.#accounts.trouble ?? this.#budgets.trouble;
  }

  /** Whether this laptop may write here at all; whose turn it is, the rules say. */
  get writes(): boolean {
    return house.open?.admitted ?? false;
  }

  /** A decision by number and title, where it is here. */
  decision(id: ActId): string {
    const found = this.decisions.find((one) => one.id === id);
    return found ? say('decision-choice', { number: found.number, title: found.title ?? '' }) : say('ledger-a-decision');
  }

  /** What allows an entry, as a link says it. */
  cited(by: Cites): { says: string; id: ActId } {
    if ('decision' in by) return { says: say('ledger-by-decision', { decision: this.decision(by.decision) }), id: by.decision };
    const found = this.budgets.find((one) => one.id === by.budget);
    return { says: say('ledger-by-budget', { budget: found?.budget.name ?? '' }), id: by.budget };
  }
}
