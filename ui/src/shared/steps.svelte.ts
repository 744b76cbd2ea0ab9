/** A long list that is read a step at a time, as the desk filters and sorts it. */
import { look, Refusal, type Told, type Views } from '../desk';
import { house } from './house.svelte';
import { stood, type Question } from './looking.svelte';

/** How many lines are read first: more than a screen holds, and few enough that an old laptop shows them at once. */
export const FIRST = 30;
/** How many more are read when somebody asks for more. */
export const STEP = 100;

/** A list, where the lines stand in what the view shows, and from which end they are read. */
export interface Listing<View extends keyof Views, Row> extends Question<View> {
  rows: (shown: Views[View]) => Row[];
  /** How many lines there are of what is looked for. */
  found: (shown: Views[View]) => number;
  /** Whether the last line stands first. */
  latest?: boolean;
}

export class Steps<View extends keyof Views, Row> {
  /** What the view said beside its lines. */
  shown = $state.raw<Views[View] | undefined>();
  rows = $state.raw<readonly Row[]>([]);
  /** How many there are to show. */
  found = $state(0);
  trouble = $state.raw<Told | undefined>();
  /** How many lines somebody wants to see. */
  #wanted = FIRST;
  #said = '';
  /** Grows with each question, so that an answer knows whether it is still waited for. */
  #turn = 0;
  readonly #asked: () => Listing<View, Row> | null;

  constructor(asked: () => Listing<View, Row> | null) {
    this.#asked = asked;
    $effect(() => {
      void house.revision;
      const listing = asked();
      if (!listing || !house.open) return;
      const said = JSON.stringify([house.open.assembly, listing.view, listing.words, listing.asOf, listing.latest]);
      // When something was recorded, as much is read again as stands on the page.
      if (said !== this.#said) this.#wanted = FIRST;
      this.#said = said;
      void this.#read(listing, 0, this.#wanted);
      return () => void (this.#turn += 1);
    });
  }

  /** Reads the next step, and puts it below what is shown. */
  more(): Promise<void> {
    const listing = this.#asked();
    if (!listing) return Promise.resolve();
    const from = this.rows.length;
    this.#wanted = from + STEP;
    return this.#read(listing, from, STEP);
  }

  async #read(listing: Listing<View, Row>, from: number, count: number): Promise<void> {
    const turn = (this.#turn += 1);
    const part = [`${listing.latest ? 'latest' : 'count'}=${count}`, ...(from > 0 ? [`from=${from}`] : [])];
    try {
      const shown = await look(listing.view, [...(listing.words ?? []), ...part], listing.asOf);
      if (turn !== this.#turn) return;
      const rows = listing.latest ? [...listing.rows(shown)].reverse() : listing.rows(shown);
      this.rows = from > 0 ? [...this.rows, ...rows] : rows;
      [this.shown, this.found, this.trouble] = [shown, listing.found(shown), undefined];
      stood(listing.view);
    } catch (refusal) {
      if (turn !== this.#turn) return;
      [this.rows, this.shown, this.trouble] = [[], undefined, Refusal.of(refusal)];
    }
  }
}

/** Reads a list for as long as the component that asks is open. */
export function steps<View extends keyof Views, Row>(asked: () => Listing<View, Row> | null): Steps<View, Row> {
  return new Steps(asked);
}
