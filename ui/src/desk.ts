/** The desk as a page sees it; the only file that knows Tauri. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Act, ActId, AssemblyId, CardText, DeviceId, Load, Member, Network, News, Told, Views, Wanted, Writing, Ask } from './contract';
import { language } from './shared/language.svelte';

export type * from './contract';

/** Why the desk did not do it, in the reader's language. */
export class Refusal extends Error {
  constructor(readonly told: Told) {
    super(told.says);
  }

  /** Whatever was thrown, as something that can be shown. */
  static of(thrown: unknown): Told {
    if (thrown instanceof Refusal) return thrown.told;
    return { code: 'unexpected', says: String(thrown), instead: '', facts: {} };
  }
}

/** The assembly that everything is asked about. */
let assembly: AssemblyId | null = null;

/** Asks about this assembly from now on. */
export function about(chosen: AssemblyId | null): void {
  assembly = chosen;
}

async function ask<Answer>(command: string, args: Record<string, unknown>): Promise<Answer> {
  try {
    return await invoke<Answer>(command, { ...args, asker: { lang: language.tag, assembly } });
  } catch (refused) {
    if (typeof refused === 'object' && refused !== null && 'says' in refused) throw new Refusal(refused as Told);
    throw refused;
  }
}

/** Reads a view of the book, perhaps as things stood on a day. */
export function look<View extends keyof Views>(view: View, words: string[] = [], asOf?: string): Promise<Views[View]> {
  return ask('look', { view, words, asOf: asOf ?? null });
}
