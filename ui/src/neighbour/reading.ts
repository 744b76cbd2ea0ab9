/** Whose book is open: one that this laptop writes for, or another town's that it only reads. */
import type { AssemblyId, Housed } from '../desk';
import { house } from '../shared/house.svelte';

/** The assemblies that this laptop writes for. */
export function ours(): Housed[] {
  return house.lodging?.house?.assemblies ?? [];
}

/** Whether the book that is open is only read here. */
export function onlyRead(): boolean {
  return house.open !== null && !ours().some((one) => one.assembly === house.open?.assembly);
}

/** What an assembly is called here, as far as anything of it is here. */
export function nameOf(assembly: AssemblyId): string | undefined {
  return [...ours(), ...(house.lodging?.house?.towns ?? [])].find((one) => one.assembly === assembly)?.name;
}

/** Keeps a book open that nobody chose, while something is recorded that might put another in its place. */
export function stay(): void {
  if (house.open && onlyRead()) house.choose(house.open.assembly);
}
