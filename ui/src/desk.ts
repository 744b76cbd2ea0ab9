/** The desk as a page sees it; the only file that knows Tauri. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Act, ActId, Ask, AssemblyId, Deed, Imported, Invite, Load, Lodging, Member, Network, News, Place, Receipt, Received, Spoken, Told, Verified, Views, Waiting, Writing } from './contract';
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

/** Reads which home this window serves, and what is in it. */
export function lodging(): Promise<Lodging> {
  return ask('look', { view: 'house', words: [], asOf: null });
}

/** What the desk answers to each deed. */
interface Done {
  acts: { ids: ActId[] };
  weigh: { rings: ('commons' | 'assembly' | 'person')[] };
  found: { assembly: AssemblyId };
  enrol: { members: Member[] };
  card: { ids: ActId[] };
  again: unknown;
  roster: Imported;
  seal: { ids: ActId[] };
  'seal-again': { ids: ActId[] };
  sign: { ids: ActId[] };
}

/** A deed, with acts by their types. */
export type Doing = Exclude<Deed, { deed: 'acts' | 'weigh' }> | { deed: 'acts' | 'weigh'; acts: Act[] };

/** Records something, or only weighs it. */
export function act<Kind extends Doing['deed']>(deed: Extract<Doing, { deed: Kind }> | (Doing & { deed: Kind })): Promise<Done[Kind]> {
  return ask('act', { deed });
}

/** What the desk answers to each thing done to a draft. */
interface Drafted {
  open: { draft: ActId };
  set: { ids: ActId[] };
  carried: { draft: ActId; text: string; closing: Act | null };
  close: { ids: ActId[] };
}

/** Types into a draft. */
export function draft<Kind extends Writing['deed']>(deed: Writing & { deed: Kind }): Promise<Drafted[Kind]> {
  return ask('draft', { deed });
}

/** What the desk answers to each load. */
interface Carried {
  places: Place[];
  pack: { file: string; bytes: number; spoken: Spoken };
  unpack: Received;
  backup: { file: string };
  card: { file: string };
  attach: Receipt;
  receipt: { name: string; bytes: string };
  'save-receipt': { file: string };
  asks: { passphrase: boolean };
  restore: Record<string, never>;
  verify: Verified;
  unlock: Record<string, never>;
  lock: Record<string, never>;
  'take-up': { writing: string | null };
  passphrase: Record<string, never>;
  'lock-after': Record<string, never>;
  open: Record<string, never>;
}

/** Carries something on a stick or into a folder, or checks everything again. */
export function carry<Kind extends Load['deed']>(load: Load & { deed: Kind }): Promise<Carried[Kind]> {
  return ask('carry', { load });
}

/** A code that was made, with the words to compare aloud. */
export interface Code {
  code: string;
  invite: string;
  until: number;
  words: string;
}

/** What came of a code that somebody gave. */
export type Answered =
  | { kind: 'device'; assembly: AssemblyId; name: string; code: string; words: string; laptop_words: string }
  | { kind: 'town'; assembly: AssemblyId; name: string; code: string | null; words: string; our_words: string | null }
  | { kind: 'letter'; heard: unknown }
  | { kind: 'acts'; assembly: AssemblyId; acts: ActId[]; received: Received }
  | { kind: 'card'; assembly: AssemblyId; name: string; member: Member; words: string; arrived: boolean; writes: boolean };

/** A recovery card that was just made: its code is kept nowhere. */
export interface NewCard {
  code: string;
  member: Member;
  words: string;
  /** Whether it counts already, or waits for signatures. */
  counts: boolean;
}

/** What the desk answers about neighbours and networks. */
interface Heard {
  network: { network: Network; on: boolean; addresses: Record<AssemblyId, string[]> };
  choose: Record<string, never>;
  call: { called: number; known: number };
  invites: Invite[];
  'invite-town': Code;
  'invite-device': Code;
  revoke: Record<string, never>;
  answer: Answered;
  'brought-back': Record<string, never>;
  'answer-to': { code: string | null };
  part: Record<string, never>;
  waiting: Waiting[];
  admit: { ids: ActId[] };
  'make-card': NewCard;
  'sign-by-card': { ids: ActId[] };
  'admit-by-card': { assembly: AssemblyId; counts: boolean; laptop_words: string };
  'act-code': { codes: string[] };
  shown: Record<string, never>;
  picture: { picture: string | null };
}

/** Asks about neighbours and networks. */
export function peers<Kind extends Ask['deed']>(deed: Ask & { deed: Kind }): Promise<Heard[Kind]> {
  return ask('peers', { deed });
}

/** Hears what happens from now on. */
export function onNews(hear: (news: News) => void): void {
  const ear = new Channel<News>();
  ear.onmessage = hear;
  void ask('news', { ear });
}
