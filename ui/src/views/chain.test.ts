import { expect, test } from 'vitest';
import type { Act, OneAct } from '../desk';
import { cites } from '../shared/cites';
import { chain, type Reading } from './chain';

const filed: Record<string, Act> = {
  call: { do: 'meeting.call', meeting: '2027-01-13', place: 'the old school' },
  motion: { do: 'meeting.move', meeting: '2027-01-13', title: 'Flour', text: 'Give 40 kg' },
  decision: { do: 'meeting.decide', meeting: '2027-01-13', motion: 'motion', number: 4, outcome: 'adopted', answer: { by: 'consent', objections: 0 } },
  grant: { do: 'mandate.grant', decision: 'decision', member: 2, duty: 'treasurer', from: '2027-01-13', until: '2027-12-31' },
  recall: { do: 'mandate.recall', decision: 'decision', grant: 'grant' },
};

const read: Reading = {
  act: (id) => Promise.resolve(filed[id] ? ({ id, act: filed[id] } as OneAct) : undefined),
  call: (meeting) => Promise.resolve(meeting === '2027-01-13' ? 'call' : undefined),
};

async function walked(act: Act): Promise<string[]> {
  return (await chain(act, read)).map((step) => `${step.relation} ${step.one.id}`);
}

test('the chain from a transaction ends at the meeting that decided it', async () => {
  const post: Act = { do: 'ledger.post', day: '2027-01-14', text: 'Flour', postings: [], cites: { decision: 'decision' } };

  expect(await walked(post)).toEqual(['decision decision', 'motion motion', 'meeting call']);
});

test('what two branches share stands in the chain once', async () => {
  expect(await walked(filed['recall'] as Act)).toEqual(['decision decision', 'motion motion', 'meeting call', 'grant grant']);
});

test('what a delegate agreed to, and its report, go back to the mandate', async () => {
  filed['agreed'] = { do: 'mandate.agree', grant: 'grant', day: '2027-02-01', what: 'Flour for all' };

  expect(await walked({ do: 'mandate.report', agreed: 'agreed', day: '2027-02-03' })).toEqual(['agreed agreed', 'grant grant', 'decision decision', 'motion motion', 'meeting call']);
});

test('what has not arrived is left out of the chain', async () => {
  expect(await walked({ do: 'mandate.grant', decision: 'elsewhere', member: 2, duty: 'courier', from: '2027-01-13', until: '2027-02-01' })).toEqual([]);
});

test('an act of a newer version names nothing that is known here', () => {
  expect(cites({ do: 'weather.promise', meeting: '2027-01-13' })).toEqual([]);
});
