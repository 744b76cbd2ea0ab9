import { expect, test } from 'vitest';
import type { Act, Filed, Status } from '../desk';
import { inWords, reason } from './filed';

function filed(act: Act, status: Status = { status: 'counts' }): Filed {
  return { act, by: 1, change: 'c', claimed_at: 0, device: 'ada', document: 'roll', id: 'a', ring: 'commons', settled: false, status };
}

test('a void act says its reason with its facts', () => {
  expect(reason({ code: 'number-given', member: 12, free: 61 })).toContain('12');
  expect(reason({ code: 'own-fork' })).not.toContain('refusal-');
});

test('an entering that does not count is told by number, which may be another person\'s by now', () => {
  const contested = filed({ do: 'roll.enrol', members: [{ number: 66, card: 'c' }] }, { status: 'contested' });
  expect(inWords(contested.act, contested.status)).toContain('66');
});

test('an act of a newer version is named by its kind', () => {
  expect(inWords({ do: 'pact.pledge' }, { status: 'newer' })).toContain('pact.pledge');
});

test('what binds stands before what its author typed, and no word of theirs moves it out of sight', () => {
  const body = `the mill, from 3 March 2027 until 1 April 2027.${'\n'.repeat(500)}\u202Eetouq${'x'.repeat(5_000)}`;
  const grant = { do: 'mandate.grant', decision: '1', member: 9, duty: 'treasurer', from: '2027-03-03', until: '2047-04-01', accounts: ['assets'], body } as const;
  const said = inWords(grant, { status: 'pending' });
  expect(said.indexOf('2047')).toBeLessThan(said.indexOf('the mill'));
  expect(said.indexOf('assets')).toBeLessThan(said.indexOf('the mill'));
  expect(said).not.toMatch(/[\n\u202E]/);
  expect(said.length).toBeLessThan(1_300);
});
