/** What is known of towns and laptops, in words: never more than the desk knows. */
import type { Day, Housed, TownThere } from '../desk';
import { house } from '../shared/house.svelte';
import { language } from '../shared/language.svelte';
import { ago, say } from '../shared/words';

const WEEK = 7 * 86_400;
const MONTH = 31 * 86_400;

/** How long ago somebody was last met, as the ring of towns draws it. */
export type Age = 'week' | 'month' | 'longer' | 'never';

/** The moment it is: the clock's, or the end of the day that the desk claims where that is another day. */
export function present(today: Day = house.today, clock: Date = new Date()): number {
  const civil = `${clock.getFullYear()}-${`${clock.getMonth() + 1}`.padStart(2, '0')}-${`${clock.getDate()}`.padStart(2, '0')}`;
  const claimed = Date.parse(`${today}T23:59:59`);
  return today === civil || Number.isNaN(claimed) ? clock.getTime() / 1000 : claimed / 1000;
}

export function age(met: number | null, now: number): Age {
  if (met === null) return 'never';
  const passed = now - met;
  return passed <= WEEK ? 'week' : passed <= MONTH ? 'month' : 'longer';
}

/** The kind of a road that the desk names: by stick, on one network, at an address, when they called, by relay. */
export function road(name: string | null): string {
  if (!name) return 'none';
  if (name.startsWith('from ')) return 'called';
  if (name.startsWith('relay')) return 'relay';
  return ['bundle', 'lan', 'address'].includes(name) ? name : 'none';
}

/** Why a meeting broke off, as a kind that people can tell apart. */
export function parting(code: string): string {
  if (code === 'lost' || code === 'crowded' || code === 'replaced') return code;
  if (code === 'silent' || code === 'stalled') return 'silent';
  if (code === 'stranger' || code === 'not-welcome') return 'stranger';
  if (code === 'no-room') return 'room';
  if (code === 'standing-changed') return 'changed';
  return code === 'our-trouble' ? 'ours' : 'other';
}

/** The day of a moment, as people write it. */
export function dayOf(seconds: number): string {
  return new Intl.DateTimeFormat(language.digits, { dateStyle: 'long' }).format(new Date(seconds * 1000));
}

/** When and by which road somebody was last met, and why it broke off. */
export function met(one: { last_met: number | null; road: string | null; broke_off: string | null }, now: number): string[] {
  if (one.last_met === null) return [say('towns-met-never')];
  const said = [say('towns-met', { ago: ago(one.last_met, now), road: road(one.road) })];
  return one.broke_off ? [...said, say('towns-broke-off', { why: parting(one.broke_off) })] : said;
}

/** Our own assembly, as long as no other laptop of it is known. */
export function alone({ assembly, name }: Housed): TownThere {
  const never = { broke_off: null, last_met: null, missing_here: 0, missing_here_since: null, road: null, same_as_ours_at: null, waiting_here: 0 };
  return { assembly, town: name, own: true, laptops: 0, changes_here: 0, rings: [], ...never };
}

/** What is missing on either side, or when both last held the same. */
export function missing(town: TownThere, now: number): string[] {
  const said: string[] = [];
  if (town.missing_here > 0) said.push(say('towns-missing', { count: town.missing_here, ...since(town.missing_here_since) }));
  if (town.waiting_here > 0) said.push(say('towns-waiting', { count: town.waiting_here }));
  for (const ring of town.rings.filter((one) => one.not_known_to_be_there > 0)) {
    const key = town.own ? `towns-not-known-own-${ring.ring}` : 'towns-not-known';
    said.push(say(key, { count: ring.not_known_to_be_there, ...since(ring.since) }));
  }
  // Only where nothing is known to be missing, and then with its hour: what was the same may have changed since.
  if (said.length === 0 && town.same_as_ours_at !== null) said.push(say('towns-same', { ago: ago(town.same_as_ours_at, now) }));
  if (!town.own && town.changes_here === 0) said.push(say('towns-no-record'));
  return said;
}

/** Everything that is known of one town, sentence by sentence. */
export function facts(town: TownThere, now: number): string[] {
  return [...met(town, now), ...missing(town, now)];
}

function since(moment: number | null): { since: string; dated: 'yes' | 'no' } {
  return moment === null ? { since: '', dated: 'no' } : { since: dayOf(moment), dated: 'yes' };
}
