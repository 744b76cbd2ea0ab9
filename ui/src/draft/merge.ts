/** Two people's typing on one text: what each did to the text that both knew stays, and a caret stays where it was among the words. */
import { diffChars } from 'diff';

/** At a place of a text, so much goes and that comes. */
export interface Splice {
  at: number;
  gone: number;
  put: string;
}

/** Beyond so many differences a stretch counts as replaced. */
const MOST = 1_000;

/** What makes one text out of another. */
export function splices(before: string, after: string): Splice[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (isHigh(before, head - 1)) head -= 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (tail > 0 && isLow(before, before.length - tail)) tail -= 1;

  const [old, young] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (!old && !young) return [];
  const changes = old && young ? diffChars(old, young, { maxEditLength: MOST }) : undefined;
  if (!changes) return slid(before, [{ at: head, gone: old.length, put: young }]);

  const found: Splice[] = [];
  let at = head;
  let open: Splice | null = null;
  for (const change of changes) {
    if (!change.added && !change.removed) {
      at += change.value.length;
      open = null;
      continue;
    }
    if (!open) found.push((open = { at, gone: 0, put: '' }));
    if (change.added) open.put += change.value;
    else {
      open.gone += change.value.length;
      at += change.value.length;
    }
  }
  return slid(before, found);
}

/** Of the places that a repeated letter leaves open, the one where a word begins: "two " went, not "wo t". */
function slid(before: string, found: Splice[]): Splice[] {
  return found.map((one, which) => {
    if (one.gone > 0 && one.put) return one;
    const previous = found[which - 1];
    const least = previous ? previous.at + previous.gone : 0;
    let moving = one.gone > 0 ? before.slice(one.at, one.at + one.gone) : one.put;
    for (let at = one.at; at >= least; at -= 1) {
      if (at === 0 || /\s/.test(before[at - 1] ?? '')) return { at, gone: one.gone, put: one.put && moving };
      if (before[at - 1] !== moving.at(-1)) break;
      moving = moving.slice(-1) + moving.slice(0, -1);
    }
    return one;
  });
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A text that came of two, and where each place of mine is in it. */
export interface Merged {
  text: string;
  place: (mine: number) => number;
}

/** What I made and what they made of the text that both knew, in one text; where both typed at one place, mine comes first. */
export function merge(before: string, mine: string, theirs: string): Merged {
  const [ours, others] = [splices(before, mine), splices(before, theirs)];
  const edges = [...new Set([0, before.length, ...[...ours, ...others].flatMap(({ at, gone }) => [at, at + gone])])].sort((a, b) => a - b);
  const goes = (from: Splice[], at: number): boolean => from.some((one) => one.at <= at && at < one.at + one.gone);

  let text = '';
  let read = 0;
  /** Stretches of mine in order: where each begins there and here, and whether it is still here. */
  const stretches: { mine: number; length: number; here: number; stays: boolean }[] = [];
  const stretch = (words: string, stays: boolean): void => {
    stretches.push({ mine: read, length: words.length, here: text.length, stays });
    read += words.length;
    if (stays) text += words;
  };
  edges.forEach((edge, which) => {
    stretch(ours.find((one) => one.at === edge)?.put ?? '', true);
    text += others.find((one) => one.at === edge)?.put ?? '';
    if (!goes(ours, edge)) stretch(before.slice(edge, edges[which + 1] ?? edge), !goes(others, edge));
  });

  // A caret between two stretches stays with the one before it, so that others type after it.
  const place = (at: number): number => {
    const around = stretches.find((one) => one.mine < at && at <= one.mine + one.length);
    if (!around) return at <= 0 ? 0 : text.length;
    return around.here + (around.stays ? at - around.mine : 0);
  };
  return { text, place };
}
