/** The adopted decisions that a field offers: the latest ones, or those that have the words that are typed, and always the chosen one. */
import type { ActId, Decision } from '../desk';
import { find } from '../shared/finding';
import { looking } from '../shared/looking.svelte';
import { EVER } from './evening';

/** How many are offered at once. */
export const OFFERED = 20;

export class Offered {
  words = $state('');
  /** The one that was chosen last, however the words have changed since. */
  #kept = $state.raw<Decision | undefined>();
  readonly #seen = looking(() => ({ view: 'decisions', words: ['among=adopted', find(this.words), `latest=${OFFERED}`], asOf: EVER }));
  readonly #here = $derived([...(this.#seen.shown?.decisions ?? [])].reverse());

  /** Whether the desk has answered. */
  readonly read = $derived(this.#seen.shown !== undefined);
  /** How many there are. */
  readonly of = $derived(this.#seen.shown?.of ?? 0);
  /** How many have the words. */
  readonly found = $derived(this.#seen.shown?.found ?? 0);
  readonly all = $derived(this.#kept && !this.#here.some((one) => one.id === this.#kept?.id) ? [this.#kept, ...this.#here] : this.#here);

  chose(id: ActId | undefined): void {
    this.#kept = this.all.find((one) => one.id === id);
  }
}
