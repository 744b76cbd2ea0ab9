/** Sticks and folders to write to, and the one that is chosen. */
import { carry, Refusal, type Place, type Told } from '../desk';
import { say } from './words';

/** What a place is called. */
export function called(place: Place): string {
  return place.stick ? say('place-stick', { name: place.name }) : place.home ? say('place-home') : place.name;
}

export class Places {
  all = $state.raw<Place[] | null>(null);
  /** The path of the one that is chosen; empty while there is none. */
  chosen = $state('');
  trouble = $state.raw<Told | null>(null);

  get choices(): { value: string; says: string }[] {
    return (this.all ?? []).map((one) => ({ value: one.path, says: called(one) }));
  }

  /** Whether the one that is chosen stays with the laptop. */
  get stays(): boolean {
    return this.all?.find((one) => one.path === this.chosen)?.stick === false;
  }

  /** Looks what is plugged in now. */
  async lookAround(): Promise<void> {
    try {
      this.all = await carry({ deed: 'places' });
      // A stick that is plugged in is what it was plugged in for.
      if (!this.all.some((one) => one.path === this.chosen)) this.chosen = this.all[0]?.path ?? '';
      this.trouble = null;
    } catch (thrown) {
      this.trouble = Refusal.of(thrown);
    }
  }
}
