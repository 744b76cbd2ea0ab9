/** Locking: by hand, or by itself once nobody has touched the keys or the pointer for as long as was chosen. */
import { carry } from '../desk';
import { house } from './house.svelte';
import { unfinished } from './unfinished';

const MINUTE = 60_000;

/** Whether nobody has touched it for so many minutes, or the clock went back and nobody knows; after 0 minutes it never locks itself. */
export function isDue(minutes: number, touched: number, now: number): boolean {
  return minutes > 0 && (now - touched >= minutes * MINUTE || now < touched);
}

class Lock {
  #touched = Date.now();
  readonly #keeping = new Set<() => Promise<unknown>>();

  /** After how many minutes it locks itself; 0 is never. */
  get minutes(): number {
    return house.trouble ? 0 : (house.lodging?.house?.locks_after ?? 0);
  }

  /** Whether there is a passphrase to open it with. */
  get can(): boolean {
    return !house.trouble && (house.lodging?.house?.passphrase ?? false);
  }

  /** Somebody is here. A laptop that slept is locked all the same: nobody was, until now. */
  touch(): void {
    if (!this.look()) this.#touched = Date.now();
  }

  /** Locks it if it is time; says whether it was. */
  look(): boolean {
    const due = isDue(this.minutes, this.#touched, Date.now());
    if (due) void this.now();
    return due;
  }

  /** Has something kept before it is locked, until what is given back is called. */
  keep(what: () => Promise<unknown>): () => void {
    this.#keeping.add(what);
    return () => this.#keeping.delete(what);
  }

  async now(): Promise<void> {
    this.#touched = Date.now();
    // Something that takes long may have the book open until it ends: nothing of it is shown meanwhile.
    document.body.hidden = true;
    try {
      await Promise.allSettled([...this.#keeping].map((what) => what()));
      const writing = unfinished();
      await carry({ deed: 'lock', writing: writing && JSON.stringify(writing) });
    } catch (trouble) {
      document.body.hidden = false;
      this.#touched = 0;
      throw trouble;
    }
    // What this page has read of the book goes with it.
    location.reload();
  }
}

export const lock = new Lock();
