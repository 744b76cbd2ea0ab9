/** What the window knows of its home: which assemblies it serves, which one is open, and what has just happened. */
import { about, carry, lodging, onNews, peers, Refusal } from '../desk';
import type { AssemblyId, Housed, Lodging, News, Told } from '../desk';
import { forget } from './answers';
import { go } from './route.svelte';

/** How long the pages that look again go before the house itself, in milliseconds: few acts change what it is. */
const PAGES_FIRST = 50;

class House {
  lodging = $state.raw<Lodging | null>(null);
  trouble = $state.raw<Told | null>(null);
  /** Grows whenever something was recorded, here or by another program or laptop. */
  revision = $state(0);
  /** What was last heard from the network. */
  heard = $state.raw<Exclude<News, { news: 'book' | 'progress' | 'brought' }> | null>(null);
  /** A code that was opened outside of the window and stands in no field yet. */
  brought = $state.raw<{ code: string } | null>(null);
  progress = $state.raw<Extract<News, { news: 'progress' }> | null>(null);
  #chosen = $state<AssemblyId | null>(null);

  /** The assembly that is open: the one that was chosen last, else the first. */
  get open(): Housed | null {
    const all = this.lodging?.house?.assemblies ?? [];
    const towns = this.lodging?.house?.towns ?? [];
    const chosen = this.#chosen ?? this.lodging?.house?.chosen;
    return [...all, ...towns].find((known) => known.assembly === chosen) ?? all[0] ?? towns[0] ?? null;
  }

  /** What an assembly is called, if this home has heard of it. */
  called(assembly: AssemblyId): string | undefined {
    const { assemblies = [], towns = [] } = this.lodging?.house ?? {};
    return [...assemblies, ...towns].find((known) => known.assembly === assembly)?.name;
  }

  /** The assembly that everything is asked about: the same as long as the same one is open, whatever is heard of it. */
  readonly assembly = $derived(this.open?.assembly ?? null);

  /** Whether there is anything to open. */
  get begun(): boolean {
    return this.open !== null;
  }

  /** Whether anything of the assembly that is open is here. */
  get arrived(): boolean {
    return this.open?.arrived ?? false;
  }

  /** The code that was opened outside of the window, for the field that shows it from now on. */
  shows(): string {
    const code = this.brought?.code ?? '';
    this.brought = null;
    // Until then it is told to every page that opens; where that is not heard of, it only comes once more.
    peers({ deed: 'shown', code }).catch(() => undefined);
    return code;
  }

  get today(): string {
    return this.lodging?.today ?? '';
  }

  choose(assembly: AssemblyId): void {
    this.#chosen = assembly;
    about(assembly);
    // It is kept in the book, which alone may tell whose laptop this is; where it cannot be kept, the first is open the next time.
    carry({ deed: 'open', assembly }).catch(() => undefined);
    forget();
    this.revision += 1;
  }

  /** Reads the house anew. */
  async read(): Promise<void> {
    try {
      const now = await lodging();
      if (JSON.stringify(now) !== JSON.stringify(this.lodging)) this.lodging = now;
      about(this.open?.assembly ?? null);
      this.trouble = null;
    } catch (refusal) {
      this.trouble = Refusal.of(refusal);
    }
  }

  /** Something was recorded: every page looks again. */
  async changed(): Promise<void> {
    forget();
    if (this.open) {
      this.revision += 1;
      await new Promise((soon) => setTimeout(soon, PAGES_FIRST));
    }
    await this.read();
  }

  /** Hears what happens from now on. */
  listen(): void {
    onNews((news) => {
      if (news.news !== 'progress') forget();
      if (news.news === 'book') void this.changed();
      else if (news.news === 'progress') this.progress = news.done < news.of ? news : null;
      else if (news.news === 'brought') {
        this.brought = { code: news.code };
        // It is shown in the field of that page; whoever reads it there decides whether it is answered.
        go('neighbour', 'answer');
      } else {
        this.heard = news;
        if (news.news === 'settled' && news.came > 0) void this.changed();
      }
    });
  }
}

export const house = new House();
