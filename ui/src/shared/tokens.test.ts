import { expect, test } from 'vitest';
import css from './tokens.css?raw';

type Colour = readonly [number, number, number];
type Light = 'light' | 'dark';

const said = new Map([...css.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

/** The colour of a token; one that is part see-through is laid over another. */
function colour(name: string, light: Light, over?: string): Colour {
  const value = said.get(name) ?? '';
  const [, day = '', night = ''] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? [];
  const hex = light === 'light' ? day : night;
  if (hex) return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
  const [, above = '', part = '', below = ''] = /^color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%, (?:var\(--([a-z-]+)\)|transparent)\)$/.exec(value) ?? [];
  const [top, under] = [colour(above, light), colour(below || (over ?? ''), light)];
  return top.map((one, at) => (one * Number(part) + (under[at] ?? 0) * (100 - Number(part))) / 100) as unknown as Colour;
}

function luminance(of: Colour): number {
  const [red, green, blue] = of.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What lies under words: sheets, and what is reached, pressed, added or dropped on them. */
const grounds = (light: Light): [string, Colour][] =>
  ['paper', 'page'].flatMap((sheet) => [
    [sheet, colour(sheet, light)] as [string, Colour],
    ...['faint', 'pressed', ...(sheet === 'page' ? ['added', 'dropped'] : [])].map((name): [string, Colour] => [`${name} on ${sheet}`, colour(name, light, sheet)]),
  ]);

test.each(['light', 'dark'] as const)('in the %s, words are read on whatever lies under them, reached and pressed too', (light) => {
  const wrong: string[] = [];
  const reads = (what: string, one: Colour, other: Colour, least: number): void => {
    const found = contrast(one, other);
    if (found < least) wrong.push(`${what}: ${found.toFixed(2)}`);
  };
  for (const [name, ground] of grounds(light)) {
    // What is pressed is a button or a way, and says nothing in the margin's colour.
    const inks = name.startsWith('pressed') ? ['ink', 'moss'] : ['ink', 'moss', 'muted'];
    for (const ink of inks) reads(`${ink} on ${name}`, colour(ink, light), ground, 4.5);
    // Frames of fields and the ring around what has the keyboard are no words.
    reads(`edge on ${name}`, colour('edge', light), ground, 3);
    reads(`ring on ${name}`, colour('moss', light), ground, 3);
  }
  for (const sheet of ['paper', 'page']) for (const ink of ['lantern', 'brick']) reads(`${ink} on ${sheet}`, colour(ink, light), colour(sheet, light), 4.5);
  for (const button of ['moss', 'moss-reached', 'moss-pressed']) reads(button, colour('on-moss', light), colour(button, light), 4.5);
  expect(wrong).toEqual([]);
});
