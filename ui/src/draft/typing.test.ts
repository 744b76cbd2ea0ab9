import { expect, test, vi } from 'vitest';

vi.mock('../desk', () => ({ Refusal: { of: (thrown: unknown) => ({ code: 'x', says: String(thrown), instead: '', facts: {} }) } }));

import type { Draft } from '../desk';
import { merge } from './merge';
import { Typing, type Pen } from './typing.svelte';

/** A desk with one draft, which merges as the real one does; `meanwhile` happens while it writes. */
class Desk implements Pen {
  texts = [''];
  sent = 0;
  meanwhile: (() => void) | undefined;
  refuses = false;

  others(text: string): void {
    this.texts.push(text);
  }

  async set(seen: string[], text: string): Promise<void> {
    if (this.refuses) throw new Error('closed');
    this.sent += 1;
    this.meanwhile?.();
    this.meanwhile = undefined;
    this.texts.push(merge(this.texts[Number(seen[0])]!, text, this.texts.at(-1)!).text);
  }

  async read(): Promise<Draft> {
    return { text: this.texts.at(-1)!, tips: [String(this.texts.length - 1)] } as Draft;
  }
}

async function open(text: string): Promise<{ desk: Desk; typing: Typing; field: { text: string; caret: number } }> {
  const desk = new Desk();
  desk.others(text);
  const field = { text: '', caret: 0 };
  const typing = new Typing(desk, (now, place) => Object.assign(field, { text: now, caret: place(field.caret) }));
  await typing.exchange();
  return { desk, typing, field };
}

test('what I typed is sent, and what others typed is taken in around my caret', async () => {
  const { desk, typing, field } = await open('Water is shared.');
  Object.assign(field, { text: 'Water here is shared.', caret: 10 });
  typing.typed(field.text);
  desk.others('The water is shared by all.'.replace('The water', 'Clean Water'));
  await typing.exchange();
  expect(desk.texts.at(-1)).toBe('Clean Water here is shared by all.');
  expect(field).toEqual({ text: 'Clean Water here is shared by all.', caret: 16 });
  expect(typing.unsaved).toBe(false);
});

test('what I type while the desk writes is kept, and sent once', async () => {
  const { desk, typing } = await open('a');
  typing.typed('ab');
  desk.meanwhile = () => {
    typing.typed('abc');
    desk.others('Xa');
  };
  await typing.exchange();
  expect(typing.text).toBe('Xabc');
  expect(typing.unsaved).toBe(true);
  await typing.exchange();
  expect(desk.texts.at(-1)).toBe('Xabc');
  expect([typing.unsaved, desk.sent]).toEqual([false, 2]);
});

test('what could not be read again is not sent twice', async () => {
  const { desk, typing } = await open('a');
  typing.typed('ab');
  const read = desk.read.bind(desk);
  desk.read = () => Promise.reject(new Error('no'));
  await typing.exchange();
  desk.read = read;
  typing.typed('abc');
  await typing.exchange();
  await typing.exchange();
  expect([desk.texts.at(-1), desk.sent]).toEqual(['abc', 2]);
});

test('a refusal leaves my words in the field', async () => {
  const { desk, typing } = await open('a');
  typing.typed('ab');
  desk.refuses = true;
  await typing.exchange();
  expect([typing.text, typing.unsaved, typing.trouble?.says]).toEqual(['ab', true, 'Error: closed']);
  expect(typing.shown?.text).toBe('a');
});

test('letters that are being put together wait for nobody and are disturbed by nobody', async () => {
  const { desk, typing, field } = await open('a');
  typing.compose(true);
  desk.others('Xa');
  const done = typing.exchange();
  await Promise.resolve();
  expect(field.text).toBe('a');
  typing.compose(false);
  await done;
  expect(field.text).toBe('Xa');
});
