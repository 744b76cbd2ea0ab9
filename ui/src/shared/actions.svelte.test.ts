import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { actions, offering } from './actions.svelte';

test('actions that are offered under one condition are all there once it holds', () => {
  let open = $state(false);
  const named = (name: string): void => offering(() => (open ? [{ says: () => name, run: () => undefined }] : []));
  const shown = (): string[] => actions.all.map((action) => action.says());
  const end = $effect.root(() => ['home', 'print', 'keys'].forEach(named));
  flushSync();
  expect(shown()).toEqual([]);
  for (const now of [true, false, true]) {
    open = now;
    flushSync();
    expect(shown()).toEqual(now ? ['home', 'print', 'keys'] : []);
  }
  end();
  expect(shown()).toEqual([]);
});
