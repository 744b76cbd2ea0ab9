/** A long list that is read a step at a time, as the desk filters and sorts it. */
import { untrack } from 'svelte';
import { Refusal, type Told, type Views } from '../desk';
import { answered, ask, type Question } from './answers';
import { house } from './house.svelte';
import { LATER, stood } from './looking.svelte';

/** How many lines are read first: more than a screen holds, and few enough that an old laptop shows them at once. */
export const FIRST = 30;
/** How tall a line is at least, in pixels: as many as the window holds are drawn at once, and the others when these stand on the page. */
const LINE = 48;
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
  /** The lines that are drawn. */
  rows = $state.raw<readonly Row[]>([]);
  /** How many were read, drawn or not yet. */
  read = $state(0);
  /** How many there are to show. */
  found = $state(0);
  trouble = $state.raw<Told | undefined>();
  /** How many lines somebody wants to see. */
  #wanted = FIRST;
  #said = '';
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each question, so that an answer knows whether it is still waited for. */
  #turn = 0;
  readonly #asked: () => Listing<View, Row> | null;

  constructor(asked: () => Listing<View, Row> | null) {
    this.#asked = asked;
    $effect(() => {
      void house.revision;
      const listing = asked();
      if (!listing || !house.assembly) return;
      const said = JSON.stringify([house.assembly, listing.view, listing.words, listing.asOf, listing.latest]);
      // When something was recorded, as much is read again as stands on the page.
      if (said !== this.#said) this.#wanted = FIRST;
      this.#said = said;
      // What stands on the page is no reason to look again.
      untrack(() => void this.#read(listing, 0, this.#wanted));
      return () => {
        this.#turn += 1;
        clearTimeout(this.#drawing);
      };
    });
  }

  /** Reads the next step, and puts it below what is shown. */
  more(): Promise<void> {
    const listing = this.#asked();
    if (!listing) return Promise.resolve();
    const from = this.read;
    this.#wanted = from + STEP;
    return this.#read(listing, from, STEP);
  }

  #read(listing: Listing<View, Row>, from: number, count: number): Promise<void> {
    const turn = (this.#turn += 1);
    const part = [`${listing.latest ? 'latest' : 'count'}=${count}`, ...(from > 0 ? [`from=${from}`] : [])];
    const question = { view: listing.view, words: [...(listing.words ?? []), ...part], asOf: listing.asOf };
    const known = answered(question);
    if (known !== undefined) return Promise.resolve(this.#take(known, listing, from));
    return ask(question).then(
      (shown) => {
        if (turn === this.#turn) this.#take(shown, listing, from);
      },
      (refusal: unknown) => {
        if (turn !== this.#turn) return;
        clearTimeout(this.#drawing);
        [this.rows, this.read, this.shown, this.trouble] = [[], 0, undefined, Refusal.of(refusal)];
      },
    );
  }

  #take(shown: Views[View], listing: Listing<View, Row>, from: number): void {
    const came = listing.latest ? [...listing.rows(shown)].reverse() : listing.rows(shown);
    const rows = this.#as(from > 0 ? [...this.rows, ...came] : came);
    clearTimeout(this.#drawing);
    const screen = Math.max(Math.ceil(innerHeight / LINE), this.rows.length);
    this.rows = rows.slice(0, from > 0 ? rows.length : screen);
    if (this.rows.length < rows.length) this.#drawing = setTimeout(() => (this.rows = rows), LATER);
    [this.read, this.shown, this.found, this.trouble] = [rows.length, shown, listing.found(shown), undefined];
    stood(listing.view);
  }

  /** The lines, where they say the same as before just as they were: what did not change is not drawn again. */
  #as(rows: readonly Row[]): readonly Row[] {
    const before = new Map(this.rows.map((row) => [JSON.stringify(row), row]));
    return rows.map((row) => before.get(JSON.stringify(row)) ?? row);
  }
}

/** Reads a list for as long as the component that asks is open. */
export function steps<View extends keyof Views, Row>(asked: () => Listing<View, Row> | null): Steps<View, Row> {
  return new Steps(asked);
}
