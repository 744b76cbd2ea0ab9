/** What was just recorded, said quietly, with a way to correct it for ten seconds. */
import { act, Refusal, type Act, type Told } from '../desk';
import { house } from './house.svelte';

const OFFERED_FOR = 10_000;

export interface Notice {
  says: string;
  /** The acts that take it back: a correction, never an erasure. */
  undo?: () => Act[];
  trouble?: Told;
}

class Notices {
  now = $state.raw<Notice | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  tell(notice: Notice): void {
    clearTimeout(this.#timer);
    this.now = notice;
    this.#timer = setTimeout(() => (this.now = null), OFFERED_FOR);
  }

  /** While somebody points at it or has reached it by keyboard, it stays. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.now = null), OFFERED_FOR);
  }

  async undo(done: string): Promise<void> {
    const acts = this.now?.undo?.();
    if (!acts) return;
    try {
      await act({ deed: 'acts', acts });
      this.tell({ says: done });
      await house.changed();
    } catch (refusal) {
      const trouble = Refusal.of(refusal);
      this.tell({ says: trouble.says, trouble });
    }
  }
}

export const notices = new Notices();
