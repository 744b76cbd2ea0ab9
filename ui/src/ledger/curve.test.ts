import { expect, test } from 'vitest';
import { curve } from './curve';

test('a balance is level until the day on which it changes', () => {
  const points = [{ day: '2027-01-01', quantity: '120' }, { day: '2027-01-11', quantity: '80' }, { day: '2027-01-21', quantity: '100' }];

  expect(curve(points, '2027-01-30', 300, 120)).toEqual({ line: 'M0 120V0H100V40H200V20H300', nothing: 120 });
});

test('what lies below nothing is drawn below the line of nothing', () => {
  const points = [{ day: '2027-01-01', quantity: '10' }, { day: '2027-01-02', quantity: '-30' }];

  expect(curve(points, '2027-01-02', 100, 40).nothing).toBe(10);
});

test('a single day is a level line, and no day is none', () => {
  expect(curve([{ day: '2027-01-01', quantity: '5' }], '2027-01-01', 100, 10).line).toBe('M0 10V0H100');
  expect(curve([], '2027-01-01', 100, 10).line).toBe('');
});
