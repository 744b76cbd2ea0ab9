/** The recovery card that is being made: its code is nowhere else, so that no page that opens meanwhile may take it away. */
import { peers, type NewCard } from '../desk';
import { house } from '../shared/house.svelte';

class Making {
  open = $state(false);
  made = $state.raw<(NewCard & { town: string; day: string }) | null>(null);

  begin(): void {
    this.open = true;
  }

  async make(): Promise<void> {
    const card = await peers({ deed: 'make-card' });
    this.made = { ...card, town: house.open?.name ?? '', day: house.today };
  }

  /** It is put away, and with it the code. */
  end(): void {
    this.open = false;
    this.made = null;
  }
}

export const making = new Making();
