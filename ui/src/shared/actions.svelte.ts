/** Every action by name, for the palette and for keys. */
import { untrack } from 'svelte';

export interface Action {
  /** Its name, as the palette shows it. */
  says: () => string;
  /** A key with Alt, as `KeyboardEvent.key`, where it has one. */
  key?: string;
  run: () => void;
}

class Actions {
  #groups = $state.raw<ReadonlyMap<symbol, readonly Action[]>>(new Map());

  get all(): Action[] {
    return [...this.#groups.values()].flat();
  }

  /** Offers actions until what is given back is called. */
  offer(actions: readonly Action[]): () => void {
    const group = Symbol('actions');
    this.#groups = new Map([...this.#groups, [group, actions]]);
    return () => {
      this.#groups = new Map([...this.#groups].filter(([known]) => known !== group));
    };
  }
}

export const actions = new Actions();

/** Offers actions for as long as the component that asks is open. */
export function offering(offered: () => readonly Action[]): void {
  $effect(() => {
    const group = offered();
    // What others offer is not what this depends on.
    return untrack(() => actions.offer(group));
  });
}
