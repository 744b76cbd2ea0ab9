import { expect, test } from 'vitest';
import { withAbove } from './accounts';

test('whoever keeps an account keeps all below it, so what lies above is offered too, and no kind as a whole', () => {
  expect(withAbove(['expenses:water:pipes', 'assets:water:tank', 'assets:cash', 'expenses:water:pump', 'assets'])).toEqual([
    'assets', 'assets:cash', 'assets:water', 'assets:water:tank', 'expenses:water', 'expenses:water:pipes', 'expenses:water:pump',
  ]);
  expect(withAbove([])).toEqual([]);
});
