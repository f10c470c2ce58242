import { useSession } from './session.ts';

/**
 * Text that was typed and not yet saved, kept on this computer by workspace and member: a line, a form,
 * a report. It is nobody's record and is never sent. Where the store cannot be used, a draft lasts
 * as long as its screen.
 */
export function readDraft(name: string): string {
  try {
    return localStorage.getItem(draftKey(name)) ?? '';
  } catch {
    return '';
  }
}

export function writeDraft(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(draftKey(name));
    else localStorage.setItem(draftKey(name), text);
  } catch {
    // A full or forbidden store costs a convenience, never what was logged.
  }
}

/** A draft with structure; null where there is none or it is not JSON. */
export function readJsonDraft(name: string): unknown {
  const text = readDraft(name);
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function draftKey(name: string): string {
  const { workspace, memberId } = useSession.getState();
  return `draft/${workspace?.id ?? ''}/${memberId}/${name}`;
}
