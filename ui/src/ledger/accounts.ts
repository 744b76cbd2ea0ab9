/** Accounts by what they are for: what we have, what came in, what went out. */
import type { Account } from '../desk';
import { say } from '../shared/words';
import { opposite } from './decimal';

/** What an account's name can begin with, in the order in which the page shows them. */
export const ROOTS = ['assets', 'income', 'expenses', 'equity'] as const;
export type Root = (typeof ROOTS)[number];

export function root(account: string): Root {
  return ROOTS.find((one) => account === one || account.startsWith(`${one}:`)) ?? 'equity';
}

/** The account as people call it, without what it is for. */
export function plain(account: string): string {
  return account.split(':').slice(1).join(' / ') || account;
}

/** Accounts of one kind. */
export function of(accounts: readonly Account[], kind: Root): Account[] {
  return accounts.filter((one) => root(one.account) === kind);
}

/** Accounts with those above them that say more than what kind they are, in order: whoever keeps one keeps all below it. */
export function withAbove(accounts: readonly string[]): string[] {
  const above = accounts.flatMap((account) => {
    const parts = account.split(':');
    return parts.slice(1).map((_, at) => parts.slice(0, at + 2).join(':'));
  });
  const rank = (account: string): number => ROOTS.indexOf(root(account));
  return [...new Set([...accounts, ...above])].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
}

/** Every commodity that any account holds. */
export function commodities(accounts: readonly Account[]): string[] {
  return [...new Set(accounts.flatMap((one) => Object.keys(one.holds ?? {})))].sort((one, other) => one.localeCompare(other));
}

/** An amount as the account's page tells it: what came in stands below nothing in the ledger, and is told as what came in. */
export function told(account: string, quantity: string): string {
  return root(account) === 'income' ? opposite(quantity) : quantity;
}

/** Names that are offered where no account of a kind was opened yet. */
export function suggested(kind: Root): string[] {
  const names: Record<Root, string[]> = {
    assets: ['ledger-suggest-store', 'ledger-suggest-cash', 'ledger-suggest-hours'],
    income: ['ledger-suggest-received'],
    expenses: ['ledger-suggest-given'],
    equity: [],
  };
  return names[kind].map((name) => `${kind}:${say(name)}`);
}

/** The account that an amount most likely belongs to: one that holds such a commodity, else the first. */
export function likely(accounts: readonly Account[], kind: Root, commodity: string): string {
  const known = of(accounts, kind);
  const holding = known.find((one) => one.holds?.[commodity] !== undefined);
  return (holding ?? known[0])?.account ?? suggested(kind)[0] ?? '';
}
