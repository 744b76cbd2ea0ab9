/** What waits, in words: whose it is, what it misses, and which laptops have that. */
import type { Waits } from '../desk';
import { say } from '../shared/words';

/** A laptop by whose it is; where no roll here knows it, by how its key begins. */
export function laptop(one: { device: string; member: number | null; name: string | null; town: string }): string {
  if (one.name !== null) return say('held-laptop-of', { who: one.name });
  if (one.member !== null) return say('held-laptop-from', { member: one.member, town: one.town });
  return say('held-laptop-strange', { device: one.device.slice(0, 8), town: one.town });
}

/** What one that waits misses: of each laptop how much, then what nobody here can tell. */
export function misses(one: Waits): string[] {
  if (one.misses.length === 0) return [say('held-misses-beginning', { town: one.town })];
  const absent = one.misses.filter((missed) => !missed.waits_here);
  const here = one.misses.length - absent.length;
  const unknown = absent.filter((missed) => missed.device === null).length;
  const said = new Map<string, number>();
  for (const { device, member, name } of absent) {
    if (device === null) continue;
    const who = laptop({ device, member, name, town: one.town });
    said.set(who, (said.get(who) ?? 0) + 1);
  }
  return [
    ...[...said].map(([who, count]) => say('held-misses-of', { who, count })),
    ...(unknown > 0 ? [say('held-misses', { count: unknown })] : []),
    ...(here > 0 ? [say('held-misses-here', { count: here })] : []),
  ];
}

/** The laptops that wrote what has not arrived, as far as that is known: each has all that it wrote. */
export function haveIt(all: readonly Waits[]): string[] {
  const absent = all.flatMap((one) => one.misses.filter((missed) => !missed.waits_here).map((missed) => ({ ...missed, town: one.town })));
  return [...new Set(absent.flatMap(({ device, member, name, town }) => (device === null ? [] : [laptop({ device, member, name, town })])))];
}
