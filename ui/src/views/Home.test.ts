import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { look } from '../desk';
import Home from './Home.svelte';

vi.mock('../desk', () => ({ look: vi.fn() }));

let shown: ReturnType<typeof mount> | undefined;

afterEach(() => {
  if (shown) unmount(shown);
});

async function open(answer: Promise<{ home: string | null }>): Promise<HTMLElement> {
  vi.mocked(look).mockReturnValue(answer);
  shown = mount(Home, { target: document.body });
  await answer.catch(() => undefined);
  await Promise.resolve();
  flushSync();
  return document.body;
}

test('the home is shown whole and isolated from the text around it', async () => {
  const page = await open(Promise.resolve({ home: '/home/ana/مجلس/Millbrook' }));

  expect(look).toHaveBeenCalledWith('home');
  expect(page.querySelector('bdi')?.textContent).toBe('/home/ana/مجلس/Millbrook');
});

test('a missing home is said in a plain sentence that names the way out', async () => {
  const page = await open(Promise.resolve({ home: null }));

  expect(page.querySelector('bdi')).toBeNull();
  expect(page.textContent).toContain('No home was named');
  expect(page.textContent).toContain('--home');
});

test('a desk that does not answer leaves the page standing', async () => {
  const page = await open(Promise.reject(new Error('closed')));

  expect(page.querySelector('h1')?.textContent).toBe('Folkmoot');
  expect(page.textContent).toContain('did not answer');
});
