/** Names of members by number, as far as their cards are here: asked for when a page first says them. */
import { look, type AssemblyId, type Member } from '../desk';
import { house } from './house.svelte';
import { LATER } from './looking.svelte';
import { oneLine, say } from './words';

class Names {
  /** What is known of each number that was asked for; nothing where no card is here. */
  #known = $state.raw<ReadonlyMap<Member, string | null>>(new Map());
  /** Numbers that a page says and nobody asked for yet. */
  readonly #wanted = new Set<Member>();
  #of: AssemblyId | null = null;
  #soon = false;

  /** The name of a member; blank for the moment in which it is asked for, so that no number stands where a name will. */
  of(member: Member | null | undefined): string | undefined {
    if (member === null || member === undefined) return undefined;
    const known = this.#known.get(member);
    if (known === undefined && house.open) {
      this.#want(member);
      return '';
    }
    return known ?? undefined;
  }

  /** Everybody whom a page says is asked for at once. */
  #want(member: Member): void {
    this.#wanted.add(member);
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      const numbers = [...this.#wanted];
      this.#wanted.clear();
      void this.#ask(numbers);
    });
  }

  async #ask(numbers: Member[]): Promise<void> {
    const assembly = house.assembly;
    // A town that is only read has no cards here.
    const { names } = await look('names', [`of=${numbers.join()}`]).catch(() => ({ names: [] }));
    if (assembly !== this.#of) return;
    const found = new Map(names.map((one) => [one.member, one.name]));
    const news = numbers.filter((member) => this.#known.get(member) !== (found.get(member) ?? null));
    if (news.length > 0) this.#known = new Map([...this.#known, ...news.map((member) => [member, found.get(member) ?? null] as const)]);
  }

  /** Asks again for the names that were asked for, whenever something was recorded; called once, by the frame of the window. */
  follow(): void {
    $effect(() => {
      void house.revision;
      const assembly = house.assembly;
      if (assembly !== this.#of) {
        this.#of = assembly;
        this.#known = new Map();
        return;
      }
      const numbers = [...this.#known.keys()];
      // The pages look again first: few acts change a name.
      const soon = numbers.length > 0 ? setTimeout(() => void this.#ask(numbers), LATER) : undefined;
      return () => clearTimeout(soon);
    });
  }
}

export const names = new Names();

/** A member by name and number, in a sentence: a name alone may be anybody's. */
export function numbered(member: Member): string {
  const name = names.of(member);
  return name ? say('member-named', { name: oneLine(name), member }) : say('member-number', { member });
}
