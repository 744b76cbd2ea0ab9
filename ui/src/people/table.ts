/** A table from a spreadsheet, as text, whatever wrote it. */

/** What a file turned out to be. */
export type Table =
  | { is: 'text'; text: string; read: 'utf-8' | 'utf-16' | 'windows-1252' }
  /** A workbook, which has to be saved as a table first. */
  | { is: 'workbook' }
  | { is: 'empty' };

const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Reads a table as UTF-8 or by its mark, and otherwise as older spreadsheets write it. */
export function read(bytes: Uint8Array): Table {
  if (WORKBOOKS.some((mark) => begins(bytes, mark))) return { is: 'workbook' };
  const sixteen = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  if (sixteen) return told(new TextDecoder(sixteen).decode(bytes), 'utf-16');
  try {
    return told(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    return told(new TextDecoder('windows-1252').decode(bytes), 'windows-1252');
  }
}

function told(text: string, as: 'utf-8' | 'utf-16' | 'windows-1252'): Table {
  return text.trim() ? { is: 'text', text, read: as } : { is: 'empty' };
}
