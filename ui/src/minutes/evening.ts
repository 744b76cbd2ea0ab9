/** The order of an evening: what was written, in which order, and what comes next. */
import type { Act, ActId, Asked, Called, Day, Decision, Entry, Meeting, MeetingListed, Minutes, MotionPut, Unsigned } from '../desk';
import { plain } from '../shared/member';
import { say } from '../shared/words';

/** A day after every other, so that a laptop whose clock is behind hides nothing. */
export const EVER: Day = '9999-12-31';

/** What can be done at a meeting, one form each. */
export const DOINGS = [
  'open', 'count', 'item', 'move', 'decide', 'withdraw', 'action', 'done', 'correct', 'close', 'adopt', 'seal', 'attend', 'object', 'note',
] as const;
export type What = (typeof DOINGS)[number];

/** A form that is open, and what it is about. */
export interface Doing {
  what: What;
  motion?: MotionPut;
  action?: Asked;
}

/** What comes next: something to do, or signatures that others give. */
export type Next = Doing | { what: 'sign'; waits: Unsigned };

/** One entry of the minutes. */
export type Written = { entry: Entry } & (
  | { kind: 'called'; called: Called }
  | { kind: 'opened' | 'counted'; present: number }
  | { kind: 'moved'; put: MotionPut }
  | { kind: 'decided'; decision: Decision }
  | { kind: 'asked'; asked: Asked }
  | { kind: 'closed'; number: number }
  | { kind: 'adopted'; decision: ActId }
  | { kind: 'sealed'; digest: string }
);

/** Facts beside each other, each set apart, so that they keep their order in either direction of writing. */
export function beside(facts: readonly string[]): string {
  return facts.map((fact) => `\u2068${fact}\u2069`).join(' · ');
}

/** Entries are shown by the moment that was claimed, and within it in the order in which a laptop wrote. */
function inOrder(a: { entry: Entry }, b: { entry: Entry }): number {
  return a.entry.claimed_at - b.entry.claimed_at || a.entry.seq - b.entry.seq || (a.entry.id < b.entry.id ? -1 : 1);
}

/** The entries of a meeting in their order; a decision stands directly after the motion that it settles. */
export function written(minutes: Minutes, putOff: readonly Decision[]): Written[] {
  const lone: Written[] = [
    ...minutes.called.map((called): Written => ({ kind: 'called', entry: called.entry, called })),
    ...minutes.opened.map(([entry, present]): Written => ({ kind: 'opened', entry, present })),
    ...minutes.presence.map(([entry, present]): Written => ({ kind: 'counted', entry, present })),
    ...minutes.motions.map((put): Written => ({ kind: 'moved', entry: put.motion.entry, put })),
    ...putOff.map((decision): Written => ({ kind: 'decided', entry: decision.entry, decision })),
    ...minutes.actions.map((asked): Written => ({ kind: 'asked', entry: asked.entry, asked })),
    ...minutes.closed.map(([entry, number]): Written => ({ kind: 'closed', entry, number })),
    ...minutes.adopted.map(([entry, decision]): Written => ({ kind: 'adopted', entry, decision })),
    ...minutes.sealed.map(([entry, digest]): Written => ({ kind: 'sealed', entry, digest })),
  ];
  return lone.sort(inOrder).flatMap((one): Written[] =>
    one.kind === 'moved' && one.put.decision ? [one, { kind: 'decided', entry: one.put.decision.entry, decision: one.put.decision }] : [one],
  );
}

/** Corrections by the entry that they go back to; a correction of a correction stands under the same entry. */
export function corrections(minutes: Minutes): Map<ActId, Minutes['corrections']> {
  const of = new Map(minutes.corrections.map(([entry, act]) => [entry.id, act]));
  const found = new Map<ActId, Minutes['corrections']>();
  for (const one of [...minutes.corrections].sort((a, b) => inOrder({ entry: a[0] }, { entry: b[0] }))) {
    let act = one[1];
    for (let back = of.get(act); back !== undefined; back = of.get(act)) act = back;
    found.set(act, [...(found.get(act) ?? []), one]);
  }
  return found;
}

/** Whether a motion was put off at this meeting. */
export function isPutOff(put: MotionPut, putOff: readonly Decision[]): boolean {
  return putOff.some((one) => one.title === put.motion.title && one.text === put.motion.text);
}

/** Motions that wait for the hall, the first moved first; those that were put off tonight come last. */
export function waiting(minutes: Minutes, putOff: readonly Decision[]): MotionPut[] {
  const open = minutes.motions.filter((put) => !put.decision && !put.withdrawn);
  return [...open.filter((put) => !isPutOff(put, putOff)), ...open.filter((put) => isPutOff(put, putOff))];
}

/** The next sensible step of the evening; nothing once the minutes are sealed. */
export function next(minutes: Minutes, putOff: readonly Decision[], unsigned: readonly Unsigned[]): Next | null {
  const waits = unsigned.find(({ act, asked_for }) => asked_for && (act.do === 'meeting.close' || act.do === 'meeting.seal') && (act as Act & { meeting: Meeting }).meeting === minutes.meeting);
  if (waits) return { what: 'sign', waits };
  switch (minutes.standing) {
    case 'called':
      return { what: 'open' };
    case 'open': {
      const motion = waiting(minutes, putOff)[0];
      if (motion && !isPutOff(motion, putOff)) return { what: 'decide', motion };
      const items = minutes.called.flatMap((called) => called.agenda).length + minutes.items.length;
      return { what: minutes.motions.length < Math.max(items, 1) ? 'move' : 'close' };
    }
    case 'closed':
      return { what: 'adopt' };
    case 'adopted':
      return { what: 'seal' };
    case 'sealed':
      return null;
  }
}

/** The name of a meeting on a day: a second one that day gets a letter. */
export function free(on: Day, meetings: readonly MeetingListed[]): Meeting {
  const known = new Set(meetings.map((one) => one.meeting));
  if (!known.has(on)) return on;
  const letter = [...'bcdefghijklmnopqrstuvwxyz'].find((one) => !known.has(`${on}-${one}`));
  return `${on}-${letter ?? 'z'}`;
}

/** Members in whose name or number every word begins that is typed, those first that are named most exactly. */
export function begun<Choice extends { value: number; says: string }>(choices: readonly Choice[], typed: string): Choice[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const parts = (one: Choice): string[] => plain(one.says).split(/[\s()]+/);
  const exact = (one: Choice): number => words.filter((word) => parts(one).includes(word)).length;
  return choices.filter((one) => words.every((word) => parts(one).some((part) => part.startsWith(word)))).sort((a, b) => exact(b) - exact(a));
}

/** An entry in a few words, as a list offers it. */
export function inShort(one: Written, naming: (member: number) => string | undefined): string {
  switch (one.kind) {
    case 'called':
      return say('entry-called', { place: one.called.place });
    case 'opened':
      return say('entry-opened', { present: one.present });
    case 'counted':
      return say('entry-counted', { present: one.present });
    case 'moved':
      return say('entry-moved', { title: one.put.motion.title });
    case 'decided':
      return say('entry-decided', { number: one.decision.number, title: one.decision.title ?? '' });
    case 'asked':
      return say('entry-asked', { what: one.asked.what, who: one.asked.who ? (naming(one.asked.who) ?? say('member-number', { member: one.asked.who })) : 'none' });
    case 'closed':
      return say('entry-closed', { number: one.number });
    case 'adopted':
      return say('entry-adopted');
    case 'sealed':
      return say('entry-sealed');
  }
}

/** What can be done at a meeting as far as it has come; whether it may be, the desk says in each form. */
export function doable(minutes: Minutes, coming: Next | null): What[] {
  const floor: What[] = ['attend', 'note', ...(minutes.motions.some((put) => !put.withdrawn) ? (['object'] as const) : [])];
  switch (minutes.standing) {
    case 'called':
      return ['open', 'item', 'attend', 'note', 'correct'];
    case 'open':
      // A closing that waits for signatures ends the evening all the same.
      if (coming?.what === 'sign') return [...floor, 'correct', 'done'];
      return ['move', 'decide', 'withdraw', 'action', 'count', 'item', 'close', ...floor, 'correct', 'done'];
    case 'closed':
      return ['adopt', ...floor, 'correct', 'done'];
    case 'adopted':
      return [...(coming?.what === 'sign' ? [] : (['seal'] as const)), ...floor, 'correct', 'done'];
    case 'sealed':
      return ['correct', 'done', 'note'];
  }
}
