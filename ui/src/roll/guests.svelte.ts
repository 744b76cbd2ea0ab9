/** The invites that were made on this laptop, and the laptops that ask to be admitted. */
import { peers, Refusal, type Invite, type Told, type Waiting } from '../desk';
import { house } from '../shared/house.svelte';

export class Guests {
  waiting = $state.raw<Waiting[] | undefined>();
  /** Invites of laptops; towns are invited elsewhere. */
  invites = $state.raw<Invite[] | undefined>();
  trouble = $state.raw<Told | undefined>();
  #asked = $state(0);

  constructor() {
    $effect(() => {
      void [house.revision, this.#asked];
      if (!house.open?.admitted) return;
      let wanted = true;
      Promise.all([peers({ deed: 'waiting' }), peers({ deed: 'invites' })]).then(
        ([waiting, invites]) => {
          if (!wanted) return;
          [this.waiting, this.trouble] = [waiting, undefined];
          this.invites = invites.filter((invite) => invite.member !== null && invite.member !== undefined);
        },
        (refusal: unknown) => {
          if (wanted) this.trouble = Refusal.of(refusal);
        },
      );
      return () => (wanted = false);
    });
  }

  /** Looks again: an invite is no act, so nothing else tells that it was made. */
  again(): void {
    this.#asked += 1;
  }
}
