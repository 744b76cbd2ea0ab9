import { describe, expect, test } from 'vitest';
import { minus, more, nothing, opposite, plus, sums, typed } from './decimal';

const english = { group: ',', point: '.' };
const spanish = { group: '.', point: ',' };

describe('exact decimals', () => {
  test('a tenth and two tenths are three tenths', () => {
    expect(plus('0.1', '0.2')).toBe('0.3');
    expect(minus('0.3', '0.1')).toBe('0.2');
  });

  test('the largest quantities keep their last decimal', () => {
    expect(plus('999999999999.999999', '0.000001')).toBe('1000000000000');
    expect(minus('-999999999999.999999', '999999999999.999999')).toBe('-1999999999999.999998');
  });

  test('a sign is turned without touching the digits', () => {
    expect(opposite('350.50')).toBe('-350.50');
    expect(opposite('-7')).toBe('7');
    expect(opposite('0.00')).toBe('0.00');
  });

  test('equal quantities are equal however many decimals they are written with', () => {
    expect(nothing(minus('350.50', '350.5'))).toBe(true);
    expect(more('350.51', '350.5')).toBe(true);
    expect(more('-2', '-1')).toBe(false);
  });

  test('each commodity comes to a sum of its own', () => {
    const lines = [
      { quantity: '120', commodity: 'kg flour' }, { quantity: '-0.10', commodity: 'EUR' },
      { quantity: '-120', commodity: 'kg flour' }, { quantity: '-0.20', commodity: 'EUR' },
    ];
    expect(sums(lines)).toEqual([{ commodity: 'kg flour', quantity: '0' }, { commodity: 'EUR', quantity: '-0.3' }]);
  });
});

describe('what somebody typed', () => {
  test.each([
    ['12', '12'], ['12.50', '12.50'], ['12,5', '12.5'], ['1,234', '1234'], ['1,234.5', '1234.5'], ['1 234', '1234'], ['007', '7'],
    ['−3', '-3'], ['+3', '3'], ['٣٫٥', '3.5'], ['۱۲', '12'],
  ])('%s in English is %s', (text, exact) => expect(typed(text, english)).toBe(exact));

  test.each([['1.234,5', '1234.5'], ['12,5', '12.5'], ['12.5', '12.5'], ['1.234', '1234']])('%s in Spanish is %s', (text, exact) =>
    expect(typed(text, spanish)).toBe(exact));

  test.each(['', '-', 'ten', '1.2.3', '1,2,3', '0.1234567', '1234567890123', '1e3', '12 kg', '1.234,5'])('%s in English is nothing', (text) =>
    expect(typed(text, english)).toBeNull());
});
