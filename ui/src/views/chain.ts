/** The chain from an act down to the meeting behind it. */
import type { ActId, AnyAct, Meeting, OneAct } from '../desk';
import { cites, type Relation } from '../shared/cites';

/** One step of a chain. */
export interface Step {
  relation: Relation;
  /** The meeting, where the step is one; its act is the call. */
  meeting?: Meeting;
  one: OneAct;
}

/** How the steps are read; nothing where something has not arrived here, or may not be read. */
export interface Reading {
  act: (id: ActId) => Promise<OneAct | undefined>;
  /** The act that called a meeting. */
  call: (meeting: Meeting) => Promise<ActId | undefined>;
}

/** How many steps are followed at most. */
const MOST = 24;

/** Follows everything that an act names, and what that names, each once, one branch after the other. */
export async function chain(act: AnyAct, read: Reading): Promise<Step[]> {
  const steps: Step[] = [];
  const seen = new Set<ActId>();

  async function follow(from: AnyAct): Promise<void> {
    for (const cited of cites(from)) {
      const id = 'act' in cited ? cited.act : await read.call(cited.meeting);
      if (id === undefined || seen.has(id) || steps.length >= MOST) continue;
      seen.add(id);
      const one = await read.act(id);
      if (!one) continue;
      steps.push({ relation: cited.relation, one, ...('meeting' in cited ? { meeting: cited.meeting } : {}) });
      await follow(one.act);
    }
  }

  await follow(act);
  return steps;
}
