/** A view of the book that looks again whenever something was recorded. */
import { look, Refusal, type Told, type Views } from '../desk';
import { house } from './house.svelte';

export class Looking<View extends keyof Views> {
  /** What the view shows; nothing until it answers. */
  shown = $state.raw<Views[View] | undefined>();
  trouble = $state.raw<Told | undefined>();

  /** @param asked the view and what it is asked with; nothing while there is nothing to ask. */
  constructor(asked: () => { view: View; words?: string[]; asOf?: string } | null) {
    $effect(() => {
      void house.revision;
      const question = asked();
      if (!question || !house.open) return;
      let wanted = true;
      look(question.view, question.words ?? [], question.asOf).then(
        (shown) => {
          if (!wanted) return;
          this.shown = shown;
          this.trouble = undefined;
          // Told to whoever measures the window: when each view last stood on the page.
          performance.clearMarks(question.view);
          performance.mark(question.view);
        },
        (refusal: unknown) => {
          if (!wanted) return;
          this.shown = undefined;
          this.trouble = Refusal.of(refusal);
        },
      );
      return () => (wanted = false);
    });
  }
}

/** Looks at a view for as long as the component that asks is open. */
export function looking<View extends keyof Views>(
  asked: () => { view: View; words?: string[]; asOf?: string } | null,
): Looking<View> {
  return new Looking(asked);
}
