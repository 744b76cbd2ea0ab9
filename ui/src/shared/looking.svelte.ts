/** A view of the book that looks again whenever something was recorded. */
import { look, Refusal, type Told, type Views } from '../desk';
import { house } from './house.svelte';

/** A view, and what it is asked with. */
export interface Question<View extends keyof Views> {
  view: View;
  words?: string[];
  asOf?: string;
}

export class Looking<View extends keyof Views> {
  /** What the view shows; nothing until it answers. While it is asked something else, what it showed before stays. */
  shown = $state.raw<Views[View] | undefined>();
  trouble = $state.raw<Told | undefined>();
  /** What was asked that `shown` answers. */
  answers = $state.raw<readonly string[] | undefined>();

  /** @param asked the view and what it is asked with; nothing while there is nothing to ask. */
  constructor(asked: () => Question<View> | null) {
    $effect(() => {
      void house.revision;
      const question = asked();
      if (!question || !house.open) return;
      const words = question.words ?? [];
      // An answer that comes after something else was asked is an answer to nobody.
      let wanted = true;
      look(question.view, words, question.asOf).then(
        (shown) => {
          if (!wanted) return;
          [this.shown, this.answers, this.trouble] = [shown, words, undefined];
          stood(question.view);
        },
        (refusal: unknown) => {
          if (!wanted) return;
          [this.shown, this.answers, this.trouble] = [undefined, undefined, Refusal.of(refusal)];
        },
      );
      return () => (wanted = false);
    });
  }
}

/** Told to whoever measures the window: when each view last stood on the page. */
export function stood(view: string): void {
  performance.clearMarks(view);
  performance.mark(view);
}

/** Looks at a view for as long as the component that asks is open. */
export function looking<View extends keyof Views>(asked: () => Question<View> | null): Looking<View> {
  return new Looking(asked);
}
