/** The words that are looked for on a page: those of its address, also where a link leads to the same page with others, or with none. */
import { untrack } from 'svelte';
import { keep, route } from './route.svelte';

export class Sought {
  words = $state('');
  readonly #path: readonly string[];

  constructor(path: readonly string[]) {
    this.#path = path;
    if (path.length === 0) return;
    this.words = route.query.get('q') ?? '';
    $effect(() => {
      const said = route.query.get('q') ?? '';
      untrack(() => (this.words = said));
    });
  }

  /** They stand in the address, so that going back finds the same again. */
  keep(): void {
    if (this.#path.length > 0) keep(this.words, ...this.#path);
  }
}

/** What is looked for on the page at this address, for as long as the component that asks is open; without one no address says it. */
export function sought(...path: string[]): Sought {
  return new Sought(path);
}
