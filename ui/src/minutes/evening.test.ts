import { expect, test } from 'vitest';
import type { Asked, Decision, Entry, MeetingListed, Minutes, MotionPut } from '../desk';
import { has, say } from '../shared/words';
import { begun, corrections, DOINGS, doable, free, next, waiting, written } from './evening';

let seq = 0;
const entry = (claimed_at: number, id = `act${(seq += 1)}`): Entry => ({ by: 1, claimed_at, id, seq });
const bare: Minutes & { as_of: null } = {
  as_of: null, meeting: '2027-03-03', standing: 'open', digest: 'abc', present: 30, adopting: [],
  called: [{ entry: entry(1), place: 'the hall', time: null, agenda: [{ title: 'Bread' }, { title: 'The roof' }], paper_witness: null }],
  items: [], opened: [[entry(2), 30]], presence: [], motions: [], actions: [], closed: [], adopted: [], sealed: [], cosigned: [], split: [], corrections: [],
};
const decision = (number: number, at: number, outcome: Decision['outcome'] = 'adopted'): Decision => ({
  id: `decision${number}`, number, outcome, entry: entry(at, `decision${number}`), meeting: '2027-03-03', title: `Motion ${number}`, text: 'Words', matter: 'policy',
  review: null, answer: { by: 'count', for: 3, against: 1, abstain: 0 },
});
const motion = (title: string, at: number, settled: Decision | null = null): MotionPut => ({
  decision: settled, withdrawn: false, motion: { entry: entry(at), meeting: '2027-03-03', title, text: 'Words', matter: 'policy', mover: null },
});

test('an evening goes from the opening to the seal', () => {
  const after = (change: Partial<Minutes>, putOff: Decision[] = []) => next({ ...bare, ...change }, putOff, [])?.what ?? null;

  expect(after({ standing: 'called' })).toBe('open');
  expect(after({})).toBe('move');
  expect(after({ motions: [motion('Bread', 3)] })).toBe('decide');
  expect(after({ motions: [motion('Bread', 3, decision(1, 4))] })).toBe('move');
  expect(after({ motions: [motion('Bread', 3, decision(1, 4)), motion('The roof', 5, decision(2, 6))] })).toBe('close');
  expect(after({ standing: 'closed' })).toBe('adopt');
  expect(after({ standing: 'adopted' })).toBe('seal');
  expect(after({ standing: 'sealed' })).toBeNull();
});

test('a motion that was put off is not pressed on the hall again', () => {
  const off = decision(1, 4, 'deferred');
  const minutes = { ...bare, motions: [motion('Motion 1', 3), motion('Bread', 5)] };

  expect(waiting(minutes, [off]).map((put) => put.motion.title)).toEqual(['Bread', 'Motion 1']);
  expect(next({ ...bare, motions: [motion('Motion 1', 3)] }, [off], [])?.what).toBe('move');
});

test('a decision stands directly under its motion, whatever was written between', () => {
  const asked: Asked = { entry: entry(4), meeting: '2027-03-03', what: 'Buy flour', due: '2027-04-01', who: null, decision: null };
  const minutes = { ...bare, motions: [motion('Bread', 3, decision(1, 5))], actions: [asked] };

  expect(written(minutes, []).map((one) => one.kind)).toEqual(['called', 'opened', 'moved', 'decided', 'asked']);
});

test('a correction of a correction stands under the entry that both go back to', () => {
  const wrong = entry(5, 'wrong');
  const minutes = { ...bare, corrections: [[entry(6), 'wrong', 'It was 31.'], [wrong, 'count', 'It was 32.']] as Minutes['corrections'] };

  expect(corrections(minutes).get('count')?.map(([, , text]) => text)).toEqual(['It was 32.', 'It was 31.']);
});

test('a second meeting on a day gets a letter that is free', () => {
  const held = (meeting: string): MeetingListed => ({ meeting, called_twice: false, decisions: 0, number: null, on_paper: false, place: null, present: 0, standing: 'called', time: null });

  expect(free('2027-03-03', [])).toBe('2027-03-03');
  expect(free('2027-03-03', [held('2027-03-03'), held('2027-03-03-b')])).toBe('2027-03-03-c');
});

test('a member is found by the first letters of any name, or by number first', () => {
  const all = [{ value: 1, says: 'Ada Lind (1)' }, { value: 3, says: 'Lina Ost (3)' }, { value: 31, says: 'Bo Berg (31)' }];

  expect(begun(all, 'lin').map((one) => one.value)).toEqual([1, 3]);
  expect(begun(all, '3').map((one) => one.value)).toEqual([3, 31]);
  expect(begun(all, 'o li').map((one) => one.value)).toEqual([3]);
  expect(begun(all, '')).toEqual([]);
});

test('everything that can be done has its button, and every step its sentence', () => {
  const wanted = [...DOINGS.map((what) => `meeting-to-${what}`), 'meeting-to-sign', ...['open', 'move', 'decide', 'close', 'sign', 'adopt', 'seal', 'none'].map((step) => `step-${step}`)];

  expect(wanted.filter((key) => !has('en', key))).toEqual([]);
  expect(doable(bare, null).map((what) => say(`meeting-to-${what}`))).toContain('Move a motion');
});
