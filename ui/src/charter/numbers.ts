/** The numbers of a charter in words. */
import type { Settings } from '../desk';
import { say } from '../shared/words';

/** The numbers that a charter may give, in the order in which they are read. */
export const NUMBERS = ['method', 'quorum', 'seats', 'report_days', 'quiet_days'] as const;
export type Which = (typeof NUMBERS)[number];

/** One of them in a sentence. */
export function inWords(which: Which, settings: Settings): string {
  const value = settings[which];
  return value === null || value === undefined ? say(`number-${which}-none`) : say(`number-${which}`, { value });
}

/** Those that are not the same in both. */
export function changed(before: Settings, after: Settings): Which[] {
  return NUMBERS.filter((which) => (before[which] ?? null) !== (after[which] ?? null));
}
