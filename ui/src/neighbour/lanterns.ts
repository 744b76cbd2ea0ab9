/** Where lanterns hang on the ring of towns: evenly, without a head and without a centre. */

/** With more lanterns than these, names no longer fit beside them, and numbers stand for them. */
export const NAMED = 8;

export interface Spot {
  x: number;
  y: number;
}

/** Evenly spaced spots on an oval around the origin, the first at the top, then as a clock goes. */
export function spots(count: number, wide: number, high: number): Spot[] {
  // With two, side by side: neither hangs above the other.
  const turn = count === 2 ? -Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / count;
    return { x: Math.round(wide * Math.cos(angle)), y: Math.round(high * Math.sin(angle)) };
  });
}

/** A name on at most two lines of so many letters, its rest left out with a sign that it is. */
export function label(name: string, letters: number): string[] {
  const lines: string[] = [];
  let rest = name.trim();
  while (rest && lines.length < 2) {
    const signs = [...rest];
    if (signs.length <= letters) {
      lines.push(rest);
      break;
    }
    const space = signs.slice(0, letters + 1).lastIndexOf(' ');
    const last = lines.length === 1;
    const cut = last || space <= 0 ? letters - 1 : space;
    lines.push(last || space <= 0 ? `${signs.slice(0, cut).join('').trimEnd()}…` : signs.slice(0, cut).join(''));
    if (last || space <= 0) break;
    rest = signs.slice(cut).join('').trim();
  }
  return lines;
}

/** On which side of its lantern a name stands: always outside the ring, where no line crosses it. */
export function outside(place: Spot): 'above' | 'below' | 'left' | 'right' {
  if (Math.abs(place.y) < 44) return place.x < 0 ? 'left' : 'right';
  return place.y < 0 ? 'above' : 'below';
}

/** Where the first of some lines of a name begins, as seen from its lantern. */
export function beginning(place: Spot, lines: number): Spot {
  const side = outside(place);
  if (side === 'above') return { x: 0, y: -18 - LINE * lines };
  if (side === 'below') return { x: 0, y: 30 };
  return { x: side === 'left' ? -20 : 20, y: Math.round(4 - (LINE * (lines - 1)) / 2) };
}

/** The height of a line of a name. */
export const LINE = 15;
