/** Acts of the roll, as its pages read and say them. */
import type { Act, AnyAct, Filed, Member, Status } from '../desk';
import { list, sentence } from '../shared/acts';
import { house } from '../shared/house.svelte';
import { numbered } from '../shared/names.svelte';
import { oneLine, say, withDays } from '../shared/words';

/** The same with each text that somebody wrote on one line. */
function onLines<T>(of: T): T {
  if (typeof of === 'string') return oneLine(of) as T;
  if (Array.isArray(of)) return of.map(onLines) as T;
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, onLines(value)])) as T;
}

/** An act in words, also one that a newer version wrote; what others wrote in it is cut short, each text on one line. */
export function inWords(act: AnyAct, status: Status): string {
  if (status.status === 'newer') return say('sign-newer-kind', { kind: act.do });
  // Where an entering does not count, the number may be somebody else's by now.
  const mayName = act.do !== 'roll.enrol' || status.status === 'counts';
  const named = (member: Member): string | undefined => (mayName ? numbered(member) : undefined);
  return sentence(onLines(act as Act), named, (town) => onLines(house.called(town)));
}

/** Whether people can make a contested act count after all by ratifying it: others sign what binds, and what stays inside is written anew. */
export function canBeRatified(one: Filed & { needs?: number | null }): boolean {
  return one.status.status === 'contested' && one.ring === 'commons' && one.act.do !== 'roll.sign' && one.act.do !== 'people.strike' && one.needs == null;
}

/** Why an act is void, in the words of the rule that refuses it. */
export function reason(why: Extract<Status, { status: 'void' }>['why']): string {
  const facts = Object.fromEntries(Object.entries(why).map(([name, fact]) => [name, typeof fact === 'number' ? fact : Array.isArray(fact) ? list(fact.map(String)) : String(fact)] as const));
  return withDays(say(`refusal-${why.code}`, facts), facts);
}
