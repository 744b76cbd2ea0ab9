/// <reference lib="es2022.intl" />
/** What became of a text, word by word. */
import { diffArrays } from 'diff';

/** Words that stayed, came or went. */
export interface Mark {
  words: string;
  became: 'same' | 'added' | 'dropped';
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

function pieces(text: string): string[] {
  return [...words.segment(text)].map((piece) => piece.segment);
}

/** Every word of both texts in order: of what was replaced, the old words before the new. */
export function marks(before: string, after: string): Mark[] {
  const found: Mark[] = [];
  let dropped = '';
  let added = '';
  const settle = (): void => {
    if (dropped) found.push({ words: dropped, became: 'dropped' });
    if (added) found.push({ words: added, became: 'added' });
    dropped = added = '';
  };
  const changes = diffArrays(pieces(before), pieces(after));
  changes.forEach((change, at) => {
    const said = change.value.join('');
    if (change.removed) dropped += said;
    else if (change.added) added += said;
    else if (!said.trim() && (dropped || added) && at + 1 < changes.length) {
      // A space between two changed words changes with them, so that a phrase is marked in one piece.
      if (dropped) dropped += said;
      if (added) added += said;
      if (!dropped || !added) settle();
    } else {
      settle();
      found.push({ words: said, became: 'same' });
    }
  });
  settle();
  return found;
}
