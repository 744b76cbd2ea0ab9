/** Acts of the roll, as its pages read and say them. */
import type { Act, AnyAct, Filed, Status } from '../desk';
import { list, sentence } from '../shared/acts';
import { house } from '../shared/house.svelte';
import { names } from '../shared/names.svelte';
import { say, withDays } from '../shared/words';

/** An act in words, also one that a newer version wrote. */
export function inWords(act: AnyAct, status: Status): string {
  if (status.status === 'newer') return say('sign-newer-kind', { kind: act.do });
  // Where an entering does not count, the number may be somebody else's by now.
  const mayName = act.do !== 'roll.enrol' || status.status === 'counts';
  return sentence(act as Act, (member) => (mayName ? names.of(member) : undefined), (town) => house.called(town));
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
