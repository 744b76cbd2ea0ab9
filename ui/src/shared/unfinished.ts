/**
 * What somebody was writing when the book was locked: it leaves the page with everything else, and stands in its fields again once the book
 * is open. Meanwhile this laptop holds it in memory, sealed with the key of the book. What is never shown is never kept.
 */
import { carry } from '../desk';
import { tick } from 'svelte';

/** A field that was written in: which of those of its name, and what stood in it. */
interface Written {
  name: string;
  at: number;
  value: string;
}

/** A form on a page, perhaps in a sheet over it. */
export interface Unfinished {
  page: string;
  /** The title of the sheet, where it is in one. */
  sheet: string | null;
  fields: Written[];
}

/** How long the page has to show a field again, in milliseconds. */
const PATIENCE = 4000;
const BETWEEN = 50;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The sheets of the page that is open, by title. */
const sheets = new Map<string, (open: boolean) => void>();

/** A sheet can be opened by its title until what is given back is called. */
export function opens(title: string, set: (open: boolean) => void): () => void {
  sheets.set(title, set);
  return () => void (sheets.get(title) === set && sheets.delete(title));
}

const words = (of: Element | null | undefined): string => of?.textContent?.trim() ?? '';
const isRadio = (field: Control): boolean => field instanceof HTMLInputElement && field.type === 'radio';
const isTick = (field: Control): boolean => field instanceof HTMLInputElement && field.type === 'checkbox';

/** The fields of a form, each with its name: a choice of several goes by what it is a choice of. */
function fields(): { field: Control; name: string; at: number }[] {
  const open = document.querySelector('dialog[open]') ?? document.querySelector('main');
  const seen = new Map<string, number>();
  return [...(open?.querySelectorAll<Control>('form input, form textarea, form select') ?? [])].flatMap((field) => {
    if (field instanceof HTMLInputElement && ['password', 'file', 'search', 'submit', 'button'].includes(field.type)) return [];
    const name = isRadio(field) ? `${words(field.closest('fieldset')?.querySelector('legend'))} = ${(field as HTMLInputElement).value}` : words(field.labels?.[0]);
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    return name ? [{ field, name, at }] : [];
  });
}

function valueOf(field: Control): string {
  return isRadio(field) || isTick(field) ? String((field as HTMLInputElement).checked) : field.value;
}

/** What is being written on the page; nothing where nothing is. */
export function unfinished(): Unfinished | null {
  const written = fields().map(({ field, name, at }) => ({ name, at, value: valueOf(field) }));
  if (!fields().some(({ field }) => !(field instanceof HTMLSelectElement) && !isRadio(field) && !isTick(field) && field.value.trim())) return null;
  return { page: location.hash, sheet: words(document.querySelector('dialog[open] h2')) || null, fields: written };
}

const soon = (after: number): Promise<void> => new Promise((done) => setTimeout(done, after));

async function once<Found>(look: () => Found | undefined): Promise<Found | undefined> {
  for (let waited = 0; waited <= PATIENCE; waited += BETWEEN) {
    const found = look();
    if (found !== undefined) return found;
    await soon(BETWEEN);
  }
  return undefined;
}

/** Writes into a field as its person did. */
function write(field: Control, value: string): void {
  if (isRadio(field) || isTick(field)) {
    if (String((field as HTMLInputElement).checked) !== value) field.click();
    return;
  }
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Puts what was being written into its fields again; says whether any of it stands there. */
export async function resume(kept: Unfinished): Promise<boolean> {
  if (location.hash !== kept.page) return false;
  const { sheet } = kept;
  if (sheet !== null) {
    const set = await once(() => sheets.get(sheet));
    set?.(true);
    if (!set) return false;
  }
  await tick();
  let stands = false;
  // A field may show others, so that they are looked for one after the other, the first for as long as the page needs.
  for (const { name, at, value } of kept.fields) {
    const find = (): Control | undefined => fields().find((one) => one.name === name && one.at === at)?.field;
    const field = stands ? find() : await once(find);
    if (!field) {
      if (!stands) break;
      continue;
    }
    if (valueOf(field) !== value) write(field, value);
    stands = true;
    await tick();
  }
  if (!stands && sheet !== null) sheets.get(sheet)?.(false);
  return stands;
}

/** Asks this laptop once for what was being written, and puts it back. */
export async function takeUp(): Promise<boolean> {
  const { writing } = await carry({ deed: 'take-up' });
  return writing !== null && resume(JSON.parse(writing) as Unfinished);
}
