import { expect, test } from 'vitest';
import type { Act, MandateGrant } from '../desk';
import { sentence } from './acts';

const plain = (said: string): string => said.replace(/[\u2066-\u2069]/g, '');
const says = (act: Act, names: Record<number, string> = {}): string => plain(sentence(act, (member) => names[member]));

function grant(more: Partial<MandateGrant>): Act {
  return { do: 'mandate.grant', decision: 'd', member: 3, duty: 'delegate', from: '2027-04-07', until: '2027-06-30', ...more };
}

test('whoever files a mandate does not choose whose name is read: the member is named, then outside, then by number', () => {
  expect(says(grant({ public_name: 'Ada Brandt' }), { 3: 'Cy' })).toMatch(/^Cy is delegate/);
  expect(says(grant({ public_name: 'Ada Brandt' }))).toMatch(/^Ada Brandt is delegate/);
  expect(says(grant({}))).toMatch(/^member 3 is delegate/);
});

test('a body without a word is none, and one that is called none has its name', () => {
  expect(says(grant({ body: ' ' }))).toBe(says(grant({})));
  expect(says(grant({ body: 'none' }))).toContain('at none');
});

test('a place that is called none has its name, and one without a word is none', () => {
  const found = (place?: string): Act => ({ do: 'roll.found', name: 'Millbrook', card: 'c', keys: { sealing: 's', endpoint: 'e' }, ...(place === undefined ? {} : { place }) });
  expect(says(found('none'))).toContain('it meets at none');
  expect(says(found(''))).toBe(says(found()));
});

test('two meetings of one day are told apart', () => {
  for (const kind of ['meeting.close', 'meeting.seal', 'meeting.adopt'] as const) {
    const of = (meeting: string): Act => ({ do: kind, meeting, number: 1, digest: 'x', decision: 'd' }) as Act;
    expect(says(of('2027-03-03-b'))).toContain('March 3, 2027 (b)');
    expect(says(of('2027-03-03'))).not.toBe(says(of('2027-03-03-b')));
  }
});

test('whoever signs another number of signers reads that the roll itself needs more than half', () => {
  expect(says({ do: 'roll.quorum', number: 1, k: 3 })).toContain('more than half');
});
