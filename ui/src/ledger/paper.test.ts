import { expect, test } from 'vitest';
import { base64, picture, tooLarge } from './paper';

const bytes = (...of: number[]): string => btoa(String.fromCharCode(...of));

test('a paper is shown as the picture that its bytes are, whatever it is called', () => {
  expect(picture(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))).toMatch(/^data:image\/png;base64,/);
  expect(picture(bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0))).toMatch(/^data:image\/jpeg;/);
  expect(picture(btoa('RIFF....WEBPVP8 '))).toMatch(/^data:image\/webp;/);
  for (const other of ['<svg onload="x()">', '<html></html>', '%PDF-1.7', '']) expect(picture(btoa(other))).toBeUndefined();
});

test('a file crosses as it is', async () => {
  expect(atob(await base64(new Blob([new Uint8Array([0, 255, 10, 13])])))).toBe('\x00\xff\n\r');
  expect(await base64(new Blob([]))).toBe('');
});

test('a file that is too large is refused in the words of the desk', () => {
  expect(tooLarge(20_000_000).says).toContain('at most 10 MB');
});
