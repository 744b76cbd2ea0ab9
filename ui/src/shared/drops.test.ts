import { afterEach, expect, test } from 'vitest';
import { refuseDrop } from './drops';

function dropped(on: string): boolean {
  document.body.innerHTML = on;
  const drop = new Event('drop', { bubbles: true, cancelable: true }) as DragEvent;
  document.querySelector('.here')?.dispatchEvent(drop);
  return drop.defaultPrevented;
}

addEventListener('drop', refuseDrop);
afterEach(() => document.body.replaceChildren());

test('what is dropped beside a field leads nowhere', () => {
  expect(dropped('<main><p class="here">The minutes</p></main>')).toBe(true);
  expect(dropped('<label><input type="checkbox" class="here"></label>')).toBe(true);
});

test('what is dropped on a field is for that field', () => {
  expect(dropped('<input type="file" class="here">')).toBe(false);
  expect(dropped('<textarea class="here"></textarea>')).toBe(false);
});
