import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts'], { query: '?raw', import: 'default', eager: true });
/** What lies in the folder of the pages itself, and says so: the contract, and the only file that knows Tauri. */
const PLAIN = ['contract', 'desk'];

/** The room of a file: its folder under the pages', or its own name where it lies in none. */
function room(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return rest.length > 0 ? first : first.replace(/(\.svelte)?(\.ts)?$/, '');
}

/** A file as its path under the folder of the pages; this test lies in `shared`. */
function named(path: string): string {
  return path.startsWith('../') ? path.slice(3) : path.replace('./', 'shared/');
}

/** Where an import of a file leads, if it leads to another file of the pages. */
function leads(from: string, to: string): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const path = new URL(to, `file:///pages/${from}`).pathname;
  return path.startsWith('/pages/') ? path.slice('/pages/'.length) : undefined;
}

/** Every import from one room into another, each with the file that it stands in. */
const arrows = Object.entries(sources).flatMap(([path, source]) => {
  const file = named(path);
  const imports = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => leads(file, match[1] ?? ''));
  return imports.flatMap((to) => (to !== undefined && room(to) !== room(file) ? [{ file, from: room(file), to: room(to) }] : []));
});

const folders = new Set(Object.keys(sources).map(named).filter((file) => file.includes('/')).map(room));
const institutions = [...folders].filter((folder) => folder !== 'shared' && folder !== 'views');

/** The rooms along a way that comes back to where it began. */
function circle(from: string, way: string[] = []): string[] | undefined {
  if (way.includes(from)) return [...way.slice(way.indexOf(from)), from];
  const next = new Set(arrows.filter((arrow) => arrow.from === from && institutions.includes(arrow.to)).map((arrow) => arrow.to));
  for (const to of next) {
    const found = circle(to, [...way, from]);
    if (found) return found;
  }
  return undefined;
}

test('there are institutions, and imports between rooms', () => {
  expect(institutions.sort()).toEqual(['charter', 'draft', 'ledger', 'mandate', 'minutes', 'neighbour', 'note', 'people', 'quiet', 'roll', 'sealed', 'witness']);
  expect(arrows.length).toBeGreaterThan(100);
  expect(arrows).toContainEqual({ file: 'mandate/Grant.svelte', from: 'mandate', to: 'minutes' });
});

test('what is shared knows no institution and no view', () => {
  expect(arrows.filter(({ from, to }) => from === 'shared' && !PLAIN.includes(to))).toEqual([]);
});

test('an institution knows no view, nor the frame', () => {
  expect(arrows.filter(({ from, to }) => institutions.includes(from) && to !== 'shared' && !PLAIN.includes(to) && !institutions.includes(to))).toEqual([]);
});

test('no two institutions know each other in a circle', () => {
  expect(institutions.map((institution) => circle(institution)).filter((found) => found !== undefined)).toEqual([]);
});

test('what the web view keeps on disk by itself is how the pages look, and nothing of a book', () => {
  const kept = Object.entries(sources).filter(([path]) => !path.includes('.test.')).flatMap(([path, source]) => {
    const uses = [...source.matchAll(/\b(localStorage|sessionStorage|indexedDB|caches|cookieStore|document\.cookie)\b(?:\.\w+\(([^,)]+))?/g)];
    return uses.map(([, where, what]) => `${named(path)}: ${where} ${what ?? ''}`);
  });
  expect([...new Set(kept)].sort()).toEqual([
    'charter/Compare.svelte: localStorage KEPT',
    "main.ts: localStorage 'assembly'",
    "shared/language.svelte.ts: localStorage 'language'",
    "shared/language.svelte.ts: localStorage 'theme'",
    'shared/language.svelte.ts: localStorage key',
  ]);
});
