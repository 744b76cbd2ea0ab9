import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('../desk', () => ({ carry: () => Promise.resolve({ writing: null }) }));

const { opens, resume, unfinished } = await import('./unfinished');

const FORM = `<h2>Record an entry</h2><form>
  <fieldset><legend>What happened</legend><label><input type="radio" name="way" value="in" checked>In</label><label><input type="radio" name="way" value="out">Out</label></fieldset>
  <label for="much">How much</label><input id="much">
  <label for="first">Account</label><input id="first"><label for="second">Account</label><input id="second">
  <label for="secret">Passphrase</label><input id="secret" type="password">
  <label><input id="sure" type="checkbox">I am sure</label></form>`;

const field = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

function sheet(): void {
  document.body.innerHTML = `<main><form><label for="find">Find</label><input id="find"></form></main><dialog open>${FORM}</dialog>`;
}

beforeEach(() => {
  location.hash = '#/ledger';
  sheet();
});

test('what is written in a sheet comes back into its fields, and no secret is kept', async () => {
  expect(unfinished(), 'nobody has written anything').toBeNull();
  field('much').value = '40';
  field('second').value = 'assets:store';
  field('secret').value = 'four slow brown oxen';
  field('sure').checked = true;
  document.querySelector<HTMLInputElement>('[value=out]')?.click();
  const kept = unfinished();
  expect([kept?.page, kept?.sheet]).toEqual(['#/ledger', 'Record an entry']);
  expect(JSON.stringify(kept)).not.toContain('oxen');

  // The page is read anew, and no sheet is open on it.
  document.body.innerHTML = '<main></main>';
  const close = opens('Record an entry', (open) => open && sheet());
  expect(kept && (await resume(kept))).toBe(true);
  expect([field('much').value, field('first').value, field('second').value, field('secret').value, field('sure').checked]).toEqual(['40', '', 'assets:store', '', true]);
  expect(document.querySelector<HTMLInputElement>('[value=out]')?.checked).toBe(true);
  close();
});

test('it is put back on its own page alone', async () => {
  field('much').value = '40';
  const kept = unfinished();
  sheet();
  location.hash = '#/people';
  expect([kept && (await resume(kept)), field('much').value]).toEqual([false, '']);
});
