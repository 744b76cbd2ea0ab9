/** The line that an account's holdings draw: level from entry to entry, and a step where something moved. */

/** How long a day is, in milliseconds; every day has its width, the last one too. */
const DAY = 86_400_000;

export interface Point {
  /** The civil day. */
  day: string;
  /** What the account holds after it, exactly. */
  quantity: string;
}

export interface Curve {
  /** The path of the line. */
  line: string;
  /** How far down nothing lies. */
  nothing: number;
}

/**
 * Draws the steps into a field, and goes on level until the last day; shapes need no exactness, so they are the one place where quantities
 * are floats.
 */
export function curve(points: readonly Point[], until: string, width: number, height: number): Curve {
  const placed = points.map((point) => ({ at: Date.parse(`${point.day}T00:00:00Z`), much: Number(point.quantity) }));
  const first = placed[0]?.at ?? 0;
  const span = Math.max(DAY, Date.parse(`${until}T00:00:00Z`) + DAY - first);
  const most = placed.reduce((top, one) => Math.max(top, one.much), 0);
  const least = placed.reduce((low, one) => Math.min(low, one.much), 0);
  const down = (much: number): number => round(height - ((much - least) / (most - least || 1)) * height);
  const along = (at: number): number => round(((at - first) / span) * width);
  const [begin, ...rest] = placed;
  if (!begin) return { line: '', nothing: height };
  const steps = rest.map((one) => `H${along(one.at)}V${down(one.much)}`);
  return { line: `M0 ${down(0)}V${down(begin.much)}${steps.join('')}H${width}`, nothing: down(0) };
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
