/** Names of members by number, as far as their cards are here. */
import { look, type Member, type Person } from '../desk';
import { house } from './house.svelte';

class Names {
  #known = $state.raw<ReadonlyMap<Member, string>>(new Map());
  people = $state.raw<Person[]>([]);

  of(member: Member | null | undefined): string | undefined {
    return member === null || member === undefined ? undefined : this.#known.get(member);
  }

  /** Every member with a name, as a field offers them. */
  get choices(): { value: number; says: string }[] {
    return this.people.filter((one) => one.left === null).map((one) => ({ value: one.member, says: one.card ? `${one.card.name} (${one.member})` : `${one.member}` }));
  }

  /** Reads them anew whenever something was recorded; called once, by the frame of the window. */
  follow(): void {
    $effect(() => {
      void house.revision;
      if (!house.open) return;
      look('people').then(
        ({ members }) => {
          this.people = members;
          this.#known = new Map(members.flatMap((one) => (one.card ? [[one.member, one.card.name] as const] : [])));
        },
        // A town that is only read has no cards here.
        () => (this.#known = new Map()),
      );
    });
  }
}

export const names = new Names();
