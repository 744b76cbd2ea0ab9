/** The desk as a page sees it; the only file that knows Tauri. */
import { invoke } from '@tauri-apps/api/core';

/** Each view and what it shows. */
export interface Views {
  home: { home: string | null };
}

/** Reads a view from the desk. */
export function look<View extends keyof Views>(view: View): Promise<Views[View]> {
  return invoke<Views[View]>('look', { view });
}
