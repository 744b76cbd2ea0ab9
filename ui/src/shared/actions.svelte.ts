/** Every action by name, for the palette and for keys. */

export interface Action {
  /** Its name, as the palette shows it. */
  says: () => string;
  /** A key with Alt, as `KeyboardEvent.key`, where it has one. */
  key?: string;
  run: () => void;
}

class Actions {
  readonly #groups = new Map<symbol, readonly Action[]>();
  /** Another one whenever the groups are others. The groups themselves are no state: whoever stops offering would be shown them as they were before. */
  #changed = $state.raw({});

  get all(): Action[] {
    void this.#changed;
    return [...this.#groups.values()].flat();
  }

  /** Offers actions until what is given back is called. */
  offer(actions: readonly Action[]): () => void {
    const group = Symbol('actions');
    this.#groups.set(group, actions);
    this.#changed = {};
    return () => {
      this.#groups.delete(group);
      this.#changed = {};
    };
  }
}

export const actions = new Actions();

/** Offers actions for as long as the component that asks is open. */
export function offering(offered: () => readonly Action[]): void {
  $effect(() => actions.offer(offered()));
}
