/** Which page is open: kept in the address, so that going back goes back. */

function read(): { path: string[]; query: URLSearchParams } {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

class Route {
  #now = $state.raw(read());

  constructor() {
    addEventListener('hashchange', () => (this.#now = read()));
  }

  /** The institution or view that is open. */
  get room(): string {
    return this.#now.path[0] ?? 'home';
  }

  /** What is open in it. */
  get rest(): string[] {
    return this.#now.path.slice(1);
  }

  get query(): URLSearchParams {
    return this.#now.query;
  }
}

export const route = new Route();

/** The address of a page. */
export function to(...path: (string | number)[]): string {
  return `#/${path.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** Keeps the words that are looked for in the address of a page, so that going back finds the same again. */
export function keep(words: string, ...path: (string | number)[]): void {
  history.replaceState(history.state, '', found(words, ...path));
}

/** The address of a page that looks for words. */
export function found(words: string, ...path: (string | number)[]): string {
  return words.trim() ? `${to(...path)}?q=${encodeURIComponent(words)}` : to(...path);
}

/** Opens a page. */
export function go(...path: (string | number)[]): void {
  location.hash = to(...path);
}
