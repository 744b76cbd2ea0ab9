/** A draft under somebody's hands: what is typed is sent after a pause, and what others typed meanwhile is taken in. */
import { draft, look, Refusal, type ActId, type Draft, type Told } from '../desk';
import { merge } from './merge';

/** How long after the last key what was typed is sent, in milliseconds. */
export const PAUSE = 400;

/** What it asks of the desk. */
export interface Pen {
  set: (seen: ActId[], text: string) => Promise<unknown>;
  read: () => Promise<Draft>;
}

export function penOf(id: ActId): Pen {
  return {
    set: (seen, text) => draft({ deed: 'set', draft: id, seen, text }),
    read: () => look('draft', [id]),
  };
}

/** As a text field gives it back. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export class Typing {
  shown = $state.raw<Draft | undefined>();
  trouble = $state.raw<Told | undefined>();
  /** What stands in the field. */
  text = $state('');
  /** What of it is recorded, as far as this page knows. */
  #kept = $state('');
  /** The edits that what is recorded came of; none until they are read. */
  #tips: ActId[] | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #composing: Promise<void> | null = null;
  #composed: (() => void) | undefined;

  /** @param taken puts a text into the field, and moves the caret along */
  constructor(
    readonly pen: Pen,
    readonly taken: (text: string, place: (at: number) => number) => void,
  ) {}

  get unsaved(): boolean {
    return this.text !== this.#kept;
  }

  typed(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.exchange(), PAUSE);
  }

  /** Letters that are still being put together are not disturbed. */
  compose(begins: boolean): void {
    if (begins) this.#composing ??= new Promise((done) => (this.#composed = done));
    else {
      this.#composed?.();
      this.#composing = null;
    }
  }

  /** Sends what was typed, then reads what the draft has become; once more if somebody asks meanwhile. */
  exchange(): Promise<void> {
    clearTimeout(this.#pause);
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        if (this.#tips && this.unsaved) {
          const sent = this.text;
          await this.pen.set(this.#tips, sent);
          // From here on it is recorded, whether it can be read again or not.
          this.#kept = sent;
          this.#tips = null;
        }
        const read = await this.pen.read();
        await this.#composing;
        this.#take(read);
        this.trouble = undefined;
      } catch (refused) {
        this.trouble = Refusal.of(refused);
        this.shown = await this.pen.read().catch(() => this.shown);
      }
    }
  }

  #take(read: Draft): void {
    const text = plain(read.text);
    const merged = merge(this.#kept, this.text, text);
    if (merged.text !== this.text) {
      this.taken(merged.text, merged.place);
      this.text = merged.text;
    }
    [this.shown, this.#kept, this.#tips] = [read, text, read.tips];
    if (this.unsaved) this.typed(this.text);
  }

  /** Sends what is left when the page is closed. */
  end(): void {
    clearTimeout(this.#pause);
    if (this.unsaved) void this.exchange();
  }
}
