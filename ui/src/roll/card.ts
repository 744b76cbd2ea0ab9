/** The code of a recovery card, as far as a page must know one from an invite. */
import type { Member, Unsigned } from '../desk';

/** Whether a code says that it is a recovery card's, so that reading it does nothing else. */
export function isCard(code: string): boolean {
  return code.replace(/\s/g, '').toLowerCase().startsWith('folkmoot:card:');
}

/** What waits for a member's signature. */
export function unsignedBy(member: Member, waiting: readonly Unsigned[]): Unsigned[] {
  return waiting.filter((one) => !one.signed_by.includes(member));
}
