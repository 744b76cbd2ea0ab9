/** Papers behind entries: files as they cross between a page and the desk. */
import type { Told } from '../desk';
import { say } from '../shared/words';

/** What the desk keeps at most. It refuses what is larger by itself; this spares reading it first. */
export const LARGEST = 10 * 1024 * 1024;

/** What the desk says of a file that is larger, before it was read. */
export function tooLarge(size: number): Told {
  return { code: 'file-too-large', says: say('trouble-file-too-large', { size }), instead: say('trouble-file-too-large.instead'), facts: { size } };
}

/** A file's bytes as base64. */
export function base64(file: Blob): Promise<string> {
  return new Promise((give, fail) => {
    const reader = new FileReader();
    reader.onload = () => give(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => fail(reader.error ?? new Error(file.type));
    reader.readAsDataURL(file);
  });
}

/** How the pictures begin that a page can show; what a paper is called says nothing, since it came with somebody's act. */
const PICTURES: readonly [string, string][] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
];

/** The address of a picture that the page can show; none where the paper is something else. */
export function picture(bytes: string): string | undefined {
  const begins = atob(bytes.slice(0, 16));
  const kind = PICTURES.find(([, first]) => begins.startsWith(first)) ?? (begins.startsWith('RIFF') && begins.slice(8, 12) === 'WEBP' ? ['image/webp'] : undefined);
  return kind && `data:${kind[0]};base64,${bytes}`;
}
