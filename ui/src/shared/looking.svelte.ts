/** A view of the book that looks again whenever something was recorded. */
import { Refusal, type Told, type Views } from '../desk';
import { answered, ask, type Question } from './answers';
import { house } from './house.svelte';

/** How long what can wait lets the rest of the page go first, in milliseconds. */
export const LATER = 50;

/** A view, what it is asked with, and whether it can wait until the rest of the page stands: always, or once it has been shown. */
export interface Look<View extends keyof Views> extends Question<View> {
  later?: 'always' | 'again';
}

export class Looking<View extends keyof Views> {
  /** What the view shows; nothing until it answers. While it is asked something else, what it showed before stays. */
  shown = $state.raw<Views[View] | undefined>();
  trouble = $state.raw<Told | undefined>();
  /** What was asked that `shown` answers. */
  answers = $state.raw<readonly string[] | undefined>();
  /** As it was written: what is answered as before changes nothing on the page. */
  #written = '';

  /** @param asked the view and what it is asked with; nothing while there is nothing to ask. */
  constructor(asked: () => Look<View> | null) {
    $effect(() => {
      void house.revision;
      const question = asked();
      if (!question || !house.assembly) return;
      const known = answered(question);
      if (known !== undefined) return void this.#take(known, question);
      // An answer that comes after something else was asked is an answer to nobody.
      let wanted = true;
      const look = (): void =>
        void ask(question).then(
          (shown) => wanted && this.#take(shown, question),
          (refusal: unknown) => {
            if (!wanted) return;
            [this.shown, this.answers, this.trouble, this.#written] = [undefined, undefined, Refusal.of(refusal), ''];
          },
        );
      const waits = question.later === 'always' || (question.later === 'again' && this.#written !== '');
      const soon = waits ? setTimeout(look, LATER) : look();
      return () => {
        wanted = false;
        if (soon) clearTimeout(soon);
      };
    });
  }

  #take(shown: Views[View], question: Question<View>): void {
    const written = JSON.stringify(shown);
    if (written !== this.#written) this.shown = shown;
    [this.answers, this.trouble, this.#written] = [question.words ?? [], undefined, written];
    stood(question.view);
  }
}

/** Told to whoever measures the window: when each view last stood on the page. */
export function stood(view: string): void {
  performance.clearMarks(view);
  performance.mark(view);
}

/** Looks at a view for as long as the component that asks is open. */
export function looking<View extends keyof Views>(asked: () => Look<View> | null): Looking<View> {
  return new Looking(asked);
}
