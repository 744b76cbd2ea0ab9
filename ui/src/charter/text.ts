/** A charter as plain text that people can type together: `# Title`, then `## Heading` above the words of each clause. */
import type { Clause } from '../desk';

/** A charter's title and clauses. */
export interface Written {
  title: string;
  clauses: Clause[];
}

/** The most letters that a clause's name may have. */
const LONGEST = 64;

/** A name for a clause, from its heading where that is in latin letters, and not one of those that are taken. */
export function idOf(heading: string, taken: readonly string[]): string {
  const letters = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (/[a-z]/.test(letters)) {
    const short = letters.slice(0, LONGEST - 4).replace(/-+$/, '');
    return free((at) => (at === 1 ? short : `${short}-${at}`), 1, taken);
  }
  return free((at) => `clause-${at}`, taken.length + 1, taken);
}

function free(name: (at: number) => string, from: number, taken: readonly string[]): string {
  let at = from;
  while (taken.includes(name(at))) at += 1;
  return name(at);
}

/** A charter as text; a clause whose name does not follow from its heading carries it in braces. */
export function toText({ title, clauses }: Written): string {
  const follows = (clause: Clause): boolean => /^[\x20-\x7e]+$/.test(clause.heading) && idOf(clause.heading, []) === clause.id;
  const head = (clause: Clause): string => (follows(clause) ? `## ${clause.heading}` : `## ${clause.heading} {${clause.id}}`);
  return [`# ${title}`, ...clauses.map((clause) => `${head(clause)}\n\n${clause.text.trim()}`)].join('\n\n') + '\n';
}

/**
 * Reads such a text. A heading that a clause in force bears means that clause; any other begins a new one.
 * Words before the first heading are a clause of their own, under the heading given for them.
 */
export function fromText(text: string, known: readonly Clause[], preamble: string): Written {
  let title = '';
  const parts: { heading: string; id: string | undefined; lines: string[] }[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.startsWith('## ')) {
      const [, heading = '', id] = /^(.*?)\s*(?:\{([a-z0-9-]+)\})?$/.exec(line.slice(3).trim()) ?? [];
      parts.push({ heading, id, lines: [] });
    } else if (line.startsWith('# ') && !title && parts.length === 0) {
      title = line.slice(2).trim();
    } else {
      if (parts.length === 0 && line.trim()) parts.push({ heading: preamble, id: 'preamble', lines: [] });
      parts.at(-1)?.lines.push(line);
    }
  }
  const named = parts.map((part) => part.id ?? known.find((clause) => clause.heading === part.heading)?.id);
  const taken = [...known.map((clause) => clause.id), ...named.filter((id) => id !== undefined)];
  const clauses = parts.map((part, at) => {
    const id = named[at] ?? idOf(part.heading, taken);
    taken.push(id);
    return { id, heading: part.heading, text: part.lines.join('\n').trim() };
  });
  return { title, clauses };
}

/** What an amendment says, so that a charter with these clauses becomes one with those; new ones go to the end. */
export function amendment(before: readonly Clause[], after: readonly Clause[]): { set: Clause[]; drop: string[] } {
  const same = (clause: Clause): boolean => before.some((old) => old.id === clause.id && old.heading === clause.heading && old.text === clause.text);
  return {
    set: after.filter((clause) => !same(clause)),
    drop: before.filter((old) => !after.some((clause) => clause.id === old.id)).map((old) => old.id),
  };
}

/** Whether a text is of several clauses, under headings. */
export function hasHeadings(text: string): boolean {
  return /^##? /m.test(text);
}
