import { expect, test } from 'vitest';
import type { Act, Filed, Status } from '../desk';
import { history, standing } from './history';

let line = 0;
function filed(act: Act, status: Status = { status: 'counts' }): Filed {
  line += 1;
  return { act, by: 1, change: `c${line}`, claimed_at: line, device: 'ada', document: 'roll', id: `a${line}`, ring: 'commons', settled: false, status };
}

const acts = [
  filed({ do: 'roll.found', card: 'ada1', keys: { endpoint: 'e', sealing: 's' }, name: 'Millbrook' }),
  filed({ do: 'roll.enrol', members: [{ number: 2, card: 'bo1' }, { number: 3, card: 'cy1' }], witness: 1 }),
  filed({ do: 'roll.card', member: 2, replaces: 'bo1', card: 'bo2' }),
  filed({ do: 'people.strike', member: 2, card: 'bo1' }),
  filed({ do: 'roll.admit', device: 'laptop', keys: { endpoint: 'e', sealing: 's' }, member: 2 }),
  filed({ do: 'roll.remove', device: 'laptop', reason: 'stolen' }),
  filed({ do: 'roll.remove', device: 'card', reason: 'read by somebody' }),
  filed({ do: 'roll.leave', member: 2, day: '2027-03-03' }, { status: 'pending' }),
];

test('what happened to a member is told in order, and only what counts', () => {
  expect(history(acts, 2, new Map([['laptop', { paper: false }], ['card', { paper: true }]])).map((one) => one.what)).toEqual(['entered', 'card', 'struck', 'laptop', 'removed', 'paper-removed']);
  expect(history(acts, 3, new Map())).toMatchObject([{ what: 'entered', witness: 1 }]);
});

test('the card that stands is the one that no other replaced and nobody struck', () => {
  expect(standing(acts, 1)).toEqual(['ada1']);
  expect(standing(acts, 2)).toEqual(['bo2']);
  expect(standing([...acts, filed({ do: 'people.strike', member: 2, card: 'bo2' })], 2)).toEqual([]);
});

test('two cards stand where laptops gave one number at once', () => {
  expect(standing([...acts, filed({ do: 'roll.enrol', members: [{ number: 3, card: 'di1' }] })], 3)).toEqual(['cy1', 'di1']);
});
