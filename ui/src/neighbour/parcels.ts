/** What is in a bundle, and what came of one, in words. */
import type { AssemblyId, Heard, Received, Spoken } from '../desk';
import { say } from '../shared/words';

/** The lines of a list of things, those of which there is none left out. */
function counted(kind: 'packed-' | 'brought-', of: Record<string, number>): string[] {
  return Object.entries(of).flatMap(([what, count]) => (count > 0 ? [say(kind + what, { count })] : []));
}

/** What a bundle that was packed holds. */
export function inside(spoken: Spoken): string[] {
  const { assemblies, changes, cards, files, letters } = spoken;
  return counted('packed-', { assemblies, changes, cards, files, letters });
}

/** What a bundle brought; what it did not bring is left out. */
export function brought(received: Received, name: (town: AssemblyId) => string): string[] {
  const { cards, files, waiting, known, newer } = received;
  const news = Object.entries(received.new).filter(([, count]) => count > 0);
  const said = news.map(([town, count]) => say('brought-new', { count, town: name(town) }));
  if (said.length === 0 && cards === 0 && files === 0 && (received.letters ?? []).length === 0) {
    const whole = known > 0 && waiting === 0 && newer === 0 && received.refused.length === 0 && unused(received).length === 0;
    said.push(say(whole ? 'brought-all-here' : 'brought-nothing'));
    if (whole) return said;
  }
  return [...said, ...counted('brought-', { cards, files, waiting, known, newer })];
}

/** What in a bundle could not be used here. */
export function unused(received: Received): string[] {
  return [
    ...counted('brought-', { damaged: received.damaged_parts.length, sealed: received.sealed_parts }),
    ...counted('brought-', { 'left-out': received.left_out, 'papers-left-out': received.papers_left_out }),
    ...(received.packing_unproven ? [say('brought-unproven')] : []),
    ...[...new Set(received.unwelcome ?? [])].map((why) => say('brought-unwelcome', { why })),
  ];
}

/** What came of a letter. */
export function letter(heard: Heard, who: (member: number) => string): string {
  switch (heard.heard) {
    case 'answer':
      return say('letter-answer', { town: heard.name, again: heard.again ? 'again' : 'first' });
    case 'ask':
      return say('letter-ask', { who: who(heard.member), again: heard.again ? 'again' : 'first' });
    case 'for-others':
      return say('letter-for-others');
    case 'for-another-laptop':
      return say('letter-for-another-laptop');
  }
}
