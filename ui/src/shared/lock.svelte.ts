/** Locking: by hand, or by itself once nobody has touched the keys or the pointer for as long as was chosen. */
import { carry } from '../desk';
import { house } from './house.svelte';
import { unfinished } from './unfinished';

const MINUTE = 60_000;
/** How long it waits for what is to be kept, in milliseconds. */
const PATIENCE = 30_000;
/** How long it waits between two tries to lock, in milliseconds. */
const REST = 5_000;

/** Whether nobody has touched it for so many minutes, or the clock was set back and nobody knows; after 0 minutes it never locks itself. */
export function isDue(minutes: number, touched: number, now: number): boolean {
  return minutes > 0 && (now - touched >= minutes * MINUTE || touched - now >= MINUTE);
}

class Lock {
  #touched = Date.now();
  #tried = 0;
  readonly #keeping = new Set<() => Promise<unknown>>();

  /** After how many minutes it locks itself; 0 is never. */
  get minutes(): number {
    return this.#isLocked ? 0 : (house.lodging?.house?.locks_after ?? 0);
  }

  /** Whether there is a passphrase to open it with. */
  get can(): boolean {
    return !this.#isLocked && (house.lodging?.house?.passphrase ?? false);
  }

  /** A house that cannot be read just now may be open all the same. */
  get #isLocked(): boolean {
    return house.trouble?.code === 'home-locked';
  }

  /** Somebody is here. A laptop that slept is locked all the same: nobody was, until now. */
  touch(): void {
    if (!this.look()) this.#touched = Date.now();
  }

  /** Locks it if it is time; says whether it was. */
  look(): boolean {
    const due = isDue(this.minutes, this.#touched, Date.now());
    // Where it could not be locked, it is tried again.
    if (due && Math.abs(Date.now() - this.#tried) >= REST) void this.now().catch(() => undefined);
    return due;
  }

  /** Has something kept before it is locked, until what is given back is called. */
  keep(what: () => Promise<unknown>): () => void {
    this.#keeping.add(what);
    return () => this.#keeping.delete(what);
  }

  async now(): Promise<void> {
    this.#touched = this.#tried = Date.now();
    // Something that takes long may have the book open until it ends: nothing of it is shown meanwhile.
    document.body.hidden = true;
    try {
      const kept = Promise.allSettled([...this.#keeping].map((what) => what()));
      await Promise.race([kept, new Promise((soon) => setTimeout(soon, PATIENCE))]);
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
