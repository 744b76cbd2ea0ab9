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

/** Opens a page. */
export function go(...path: (string | number)[]): void {
  location.hash = to(...path);
}
