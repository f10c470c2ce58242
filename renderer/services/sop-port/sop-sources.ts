import type { SopFailure } from '#shared/imports/sop-document';
import type { SopSource } from '#shared/imports/sop-source';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { bridge } from '../../bridge.ts';
import { readChosen, readDropped } from '../table-import/read-file.ts';

type Source = Result<SopSource, IpcFailure | SopFailure>;

/** Asks for a document; `cancelled` where none was chosen. */
export async function chooseSop(): Promise<Source> {
  const chosen = await bridge.chooseDocument();
  if (!chosen.ok) return chosen;
  const raw = await readChosen(chosen.value);
  return raw.ok ? ok({ kind: 'file', ...raw.value }) : raw;
}

export async function droppedSop(file: File): Promise<Source> {
  const raw = await readDropped(file);
  return raw.ok ? ok({ kind: 'file', ...raw.value }) : raw;
}

/** What lay on the clipboard: its page where there is one, and its text. */
export const pastedSop = (html: string, text: string): SopSource => ({
  kind: 'paste',
  html,
  text,
  bytes: new TextEncoder().encode(text),
});
