/** What acts name: other acts, and meetings. */
import type { Act, ActId, AnyAct, Meeting } from '../desk';

/** How an act stands to what it names. */
export type Relation =
  'decision' | 'motion' | 'meeting' | 'minutes' | 'grant' | 'budget' | 'transaction' | 'corrected' | 'asked' | 'agreed' | 'signed' | 'ratified' | 'draft';

/** Something that an act names: another act, or a meeting by its day. */
export type Cited = { relation: Relation; act: ActId } | { relation: Relation; meeting: Meeting };

/** What an act names, what allows it first. */
export function cites(any: AnyAct): Cited[] {
  const act = any as Act;
  const decision = (id: ActId): Cited => ({ relation: 'decision', act: id });
  const draft = (id: ActId | null | undefined): Cited[] => (id ? [{ relation: 'draft', act: id }] : []);
  switch (act.do) {
    case 'roll.sign':
      return [{ relation: 'signed', act: act.act }];
    case 'roll.ratify':
      return [{ relation: 'ratified', act: act.act }];
    case 'charter.adopt':
    case 'charter.amend':
      return [decision(act.decision), ...draft(act.from_draft)];
    case 'meeting.item':
    case 'meeting.open':
    case 'meeting.presence':
    case 'meeting.close':
    case 'meeting.seal':
    case 'floor.attend':
    case 'floor.note':
      return [{ relation: 'meeting', meeting: act.meeting }];
    case 'meeting.move':
      return [{ relation: 'meeting', meeting: act.meeting }, ...draft(act.from_draft)];
    case 'meeting.withdraw':
    case 'meeting.decide':
    case 'floor.object':
      return [{ relation: 'motion', act: act.motion }, { relation: 'meeting', meeting: act.meeting }];
    case 'meeting.correct':
      return [{ relation: 'corrected', act: act.act }, { relation: 'meeting', meeting: act.meeting }];
    case 'meeting.action':
      return [...(act.decision ? [decision(act.decision)] : []), { relation: 'meeting', meeting: act.meeting }];
    case 'meeting.done':
      return [{ relation: 'asked', act: act.action }, { relation: 'meeting', meeting: act.meeting }];
    case 'meeting.adopt':
      return [decision(act.decision), { relation: 'minutes', meeting: act.meeting }];
    case 'mandate.grant':
    case 'ledger.budget':
      return [decision(act.decision)];
    case 'mandate.recall':
      return [decision(act.decision), { relation: 'grant', act: act.grant }];
    case 'mandate.agree':
      return [{ relation: 'grant', act: act.grant }];
    case 'mandate.report':
      return [{ relation: 'agreed', act: act.agreed }];
    case 'mandate.miss':
      return [{ relation: 'agreed', act: act.agreed }, { relation: 'meeting', meeting: act.meeting }];
    case 'ledger.post':
      if (!act.cites) return [];
      return 'decision' in act.cites ? [decision(act.cites.decision)] : [{ relation: 'budget', act: act.cites.budget }];
    case 'ledger.reverse':
      return [{ relation: 'transaction', act: act.transaction }];
    case 'draft.edit':
      return [{ relation: 'draft', act: act.draft }];
    case 'draft.close':
      return [{ relation: 'draft', act: act.draft }];
    default:
      return [];
  }
}
