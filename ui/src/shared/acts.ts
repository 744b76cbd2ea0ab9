/** Acts in words: one sentence each, the same in a list, in a margin and before they are recorded. */
import type { Act, AnyAct, AssemblyId, Duty, Member, Posting } from '../desk';
import { date, day, meetingOn, quantity, say } from './words';

/** Who a number is, for readers who may know; neighbours see the number. */
export type Naming = (member: Member) => string | undefined;

/** What a town is called, for readers who have heard of it; others see how its key begins. */
export type Calling = (town: AssemblyId) => string | undefined;

const nobody = (): undefined => undefined;

function person(member: Member | null | undefined, naming: Naming): string {
  if (member === null || member === undefined) return '';
  return naming(member) ?? say('member-number', { member });
}

/** A duty in the town's words. */
export function duty(word: Duty): string {
  return say(`duty-${word}`);
}

/** Parts in another script stand in the order of the page's language. */
export function list(parts: string[]): string {
  return parts.map((part) => `\u2068${part}\u2069`).join(say('list-comma'));
}

/** What somebody typed and may have left out, set apart, so that no word of theirs is taken for nothing. */
function given(typed: string | null | undefined): string {
  return typed?.trim() ? list([typed]) : 'none';
}

/** The first of a long list. */
function some(parts: string[]): string {
  return list(parts.slice(0, 8)) + (parts.length > 8 ? '…' : '');
}

/** Several members, each by name where it is known. */
export function members(numbers: readonly Member[], naming: Naming): string {
  return some(numbers.map((member) => person(member, naming)));
}

/** Amounts as people write them: quantity, then commodity. */
export function amount(quantity_: string, commodity: string): string {
  return say('amount', { quantity: quantity(quantity_, commodity), commodity });
}

function lines(postings: Posting[]): string {
  return list(postings.map((line) => say('act-posting', { account: line.account, amount: amount(line.quantity, line.commodity) })));
}

/** An act as a person would say it aloud. What an act leaves out is told to its phrase as `none`. */
export function sentence(act: Act, naming: Naming = nobody, calling: Calling = nobody): string {
  const who = (member: Member | null | undefined): string => person(member, naming);
  const which = (town: AssemblyId): string => calling(town) ?? town.slice(0, 8);
  switch (act.do) {
    case 'roll.found':
      return say('act-roll-found', { name: act.name, place: given(act.place) });
    case 'roll.enrol':
      return say('act-roll-enrol', { count: act.members.length, numbers: some(act.members.map((one) => who(one.number))) });
    case 'roll.card':
      return say('act-roll-card', { who: who(act.member) });
    case 'roll.leave':
      return say('act-roll-leave', { who: who(act.member), day: day(act.day) });
    case 'roll.admit':
      return say(act.paper ? 'act-roll-admit-paper' : 'act-roll-admit', { who: who(act.member) });
    case 'roll.remove':
      return say('act-roll-remove', { device: act.device.slice(0, 8), reason: act.reason ?? '' });
    case 'roll.quorum':
      return say('act-roll-quorum', { k: act.k });
    case 'roll.sign':
      return say('act-roll-sign', { act: act.act.slice(0, 8) });
    case 'roll.ratify':
      return say('act-roll-ratify', { act: act.act.slice(0, 8) });
    case 'charter.adopt':
      return say('act-charter-adopt', { title: act.title, count: act.clauses.length });
    case 'charter.amend':
      return say('act-charter-amend', { clauses: list((act.set ?? []).map((clause) => clause.heading)) || 'none', dropped: list(act.drop ?? []) || 'none' });
    case 'meeting.call':
      return say('act-meeting-call', { meeting: meetingOn(act.meeting), place: act.place, items: list((act.agenda ?? []).map((item) => item.title)) || 'none' });
    case 'meeting.item':
      return say('act-meeting-item', { title: act.item.title });
    case 'meeting.open':
      return say('act-meeting-open', { present: act.present });
    case 'meeting.presence':
      return say('act-meeting-presence', { present: act.present });
    case 'meeting.move':
      return say('act-meeting-move', { title: act.title, text: act.text, mover: who(act.mover) || 'none' });
    case 'meeting.withdraw':
      return say('act-meeting-withdraw');
    case 'meeting.decide':
      return act.answer.by === 'count'
        ? say('act-meeting-decide-count', { number: act.number, outcome: say(`standing-${act.outcome}`), for: act.answer.for, against: act.answer.against, abstain: act.answer.abstain ?? 0 })
        : say('act-meeting-decide-consent', { number: act.number, outcome: say(`standing-${act.outcome}`), objections: act.answer.objections });
    case 'meeting.correct':
      return say('act-meeting-correct', { text: act.text });
    case 'meeting.action':
      return say('act-meeting-action', { what: act.what, due: day(act.due), who: who(act.who) || 'none' });
    case 'meeting.done':
      return say('act-meeting-done');
    case 'meeting.close':
      return say('act-meeting-close', { meeting: meetingOn(act.meeting) });
    case 'meeting.adopt':
      return say('act-meeting-adopt', { meeting: meetingOn(act.meeting) });
    case 'meeting.seal':
      return say('act-meeting-seal', { meeting: meetingOn(act.meeting) });
    case 'mandate.grant':
      return say('act-mandate-grant', {
        who: naming(act.member) ?? (act.public_name?.trim() || who(act.member)), duty: duty(act.duty), from: day(act.from), until: day(act.until),
        body: given(act.body), accounts: list(act.accounts ?? []) || 'none',
      });
    case 'mandate.recall':
      return say('act-mandate-recall', { reason: act.reason ?? '' });
    case 'mandate.agree':
      return say('act-mandate-agree', { what: act.what, day: day(act.day) });
    case 'mandate.report':
      return say('act-mandate-report', { day: day(act.day) });
    case 'mandate.miss':
      return say('act-mandate-miss', { meeting: meetingOn(act.meeting) });
    case 'quiet.begin':
      return say('act-quiet-begin', { from: day(act.from), until: day(act.until) });
    case 'quiet.end':
      return say('act-quiet-end', { day: day(act.day) });
    case 'ledger.open':
      return say('act-ledger-open', { account: act.account });
    case 'ledger.budget':
      return say('act-ledger-budget', { name: act.name, accounts: list(act.accounts), limits: list(act.limits.map((limit) => amount(limit.quantity, limit.commodity))), until: day(act.until) });
    case 'ledger.post':
      return say('act-ledger-post', { text: act.text, day: day(act.day), lines: lines(act.postings) });
    case 'ledger.reverse':
      return say('act-ledger-reverse', { reason: act.reason });
    case 'ledger.close':
      return say('act-ledger-close', { accounts: list(act.accounts), until: day(act.until), counted: lines(act.counted) || 'none' });
    case 'people.strike':
      return say('act-people-strike', { who: who(act.member) });
    case 'floor.attend':
      return say('act-floor-attend', { arrived: list((act.arrived ?? []).map(who)) || 'none', left: list((act.left ?? []).map(who)) || 'none' });
    case 'floor.object':
      return say('act-floor-object', { who: who(act.member), reason: act.reason });
    case 'floor.note':
      return say('act-floor-note', { text: act.text });
    case 'neighbour.invite':
      return say('act-neighbour-invite', { who: who(act.member) || 'none', until: date(act.until) });
    case 'neighbour.revoke':
      return say('act-neighbour-revoke');
    case 'neighbour.join':
      return say('act-neighbour-join', { name: act.name });
    case 'neighbour.ask':
      return say('act-neighbour-ask');
    case 'neighbour.part':
      return say('act-neighbour-part', { town: which(act.town) });
    case 'witness.cosign':
      return say('act-witness-cosign', { town: which(act.town), count: act.sealed.length });
    case 'sealed.put':
      return say('act-sealed-put');
    case 'note.write':
      return say('act-note-write', { text: act.text });
    case 'note.drop':
      return say('act-note-drop');
    case 'draft.open':
      return say('act-draft-open', { title: act.title });
    case 'draft.edit':
      return say('act-draft-edit');
    case 'draft.close':
      return say('act-draft-close');
  }
}

/** An act of any version; one of a kind that this version does not know is named by its kind. */
export function spoken(act: AnyAct, naming: Naming = nobody): string {
  return (sentence(act as Act, naming) as string | undefined) ?? say('act-newer', { kind: act.do });
}
