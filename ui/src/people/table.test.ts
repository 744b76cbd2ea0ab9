import { expect, test } from 'vitest';
import { read } from './table';

test('a table is read as UTF-8, with a mark or without', () => {
  expect(read(new TextEncoder().encode('name\nZoë'))).toEqual({ is: 'text', text: 'name\nZoë', read: 'utf-8' });
  expect(read(new Uint8Array([0xef, 0xbb, 0xbf, 0x6e]))).toEqual({ is: 'text', text: 'n', read: 'utf-8' });
});

test('what is no UTF-8 is read as older spreadsheets write it, and says so', () => {
  expect(read(new Uint8Array([0x5a, 0x6f, 0xeb]))).toEqual({ is: 'text', text: 'Zoë', read: 'windows-1252' });
});

test('a table with the mark of UTF-16 is read by it', () => {
  expect(read(new Uint8Array([0xff, 0xfe, 0x6e, 0x00, 0xeb, 0x00]))).toEqual({ is: 'text', text: 'në', read: 'utf-16' });
});

test('a workbook and an empty file are told apart from tables', () => {
  expect(read(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]))).toEqual({ is: 'workbook' });
  expect(read(new Uint8Array())).toEqual({ is: 'empty' });
});
