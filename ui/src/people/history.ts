/** What the book says of one member, from the acts that count. */
import type { Act, CardHash, DeviceId, Filed, Member } from '../desk';

/** One thing that happened to a member. */
export interface Happened {
  what: 'founded' | 'entered' | 'card' | 'left' | 'struck' | 'laptop' | 'paper' | 'removed' | 'paper-removed';
  /** The act behind it. */
  by: Filed;
  /** On which day, of a leaving. */
  day?: string;
  /** Who saw it, of an entering. */
  witness?: Member;
  /** Why, of a removal. */
  reason?: string;
}

/** What an act says of the member, if anything. */
function of(filed: Filed, member: Member, keys: ReadonlyMap<DeviceId, { paper: boolean }>): Omit<Happened, 'by'> | undefined {
  const act = filed.act as Act;
  switch (act.do) {
    case 'roll.found':
      return member === 1 ? { what: 'founded' } : undefined;
    case 'roll.enrol':
      if (!act.members.some((one) => one.number === member)) return undefined;
      return act.witness ? { what: 'entered', witness: act.witness } : { what: 'entered' };
    case 'roll.card':
      return act.member === member ? { what: 'card' } : undefined;
    case 'roll.leave':
      return act.member === member ? { what: 'left', day: act.day } : undefined;
    case 'people.strike':
      return act.member === member ? { what: 'struck' } : undefined;
    case 'roll.admit':
      return act.member === member ? { what: act.paper ? 'paper' : 'laptop' } : undefined;
    case 'roll.remove': {
      const key = keys.get(act.device);
      return key && { what: key.paper ? 'paper-removed' : 'removed', reason: act.reason };
    }
    default:
      return undefined;
  }
}

/** What happened to a member and to their laptops and cards, the first first. */
export function history(acts: readonly Filed[], member: Member, keys: ReadonlyMap<DeviceId, { paper: boolean }>): Happened[] {
  return acts
    .filter((filed) => filed.status.status === 'counts')
    .flatMap((by) => {
      const happened = of(by, member, keys);
      return happened ? [{ ...happened, by }] : [];
    });
}

/** The cards that stand for a member: named by an act that counts, replaced by none, and not struck. */
export function standing(acts: readonly Filed[], member: Member): CardHash[] {
  const [named, gone] = [new Set<CardHash>(), new Set<CardHash>()];
  for (const filed of acts) {
    if (filed.status.status !== 'counts') continue;
    const act = filed.act as Act;
    if (act.do === 'roll.found' && member === 1) named.add(act.card);
    else if (act.do === 'roll.enrol') act.members.filter((one) => one.number === member).forEach((one) => named.add(one.card));
    else if (act.do === 'roll.card' && act.member === member) {
      named.add(act.card);
      gone.add(act.replaces);
    } else if (act.do === 'people.strike' && act.member === member) gone.add(act.card);
  }
  return [...named].filter((card) => !gone.has(card)).sort();
}
