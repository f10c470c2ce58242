import { fileURLToPath } from 'node:url';

/** What the operating system hands over: an `outlog:` link, or the path of an invite file. */
export type OutsideInvite =
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

const LINK_START = /^outlog:/i;
const FILE_END = /\.outlog-invite$/i;
/** Longer than any invite: what is longer is not looked at. */
const MAX_CHARACTERS = 32 * 1024;

/** An invite among a program's arguments, or null. Nothing else is read from them. */
export function inviteInArguments(args: readonly string[]): OutsideInvite | null {
  for (const arg of args.slice(1)) {
    if (arg.length > MAX_CHARACTERS || arg.startsWith('-')) continue;
    if (LINK_START.test(arg)) return { kind: 'link', text: arg };
    if (FILE_END.test(arg)) return { kind: 'file', path: pathOfArgument(arg) };
  }
  return null;
}

/** Linux desktops hand a file over as an address. */
export function pathOfArgument(arg: string): string {
  try {
    return arg.startsWith('file:') ? fileURLToPath(arg) : arg;
  } catch {
    return arg;
  }
}

/** The invite that was opened last outside the window, until the window asks for it. */
export class OutsideInvites {
  #waiting: OutsideInvite | null = null;
  /** Set by whoever can tell the window. */
  onArrived: () => void = () => undefined;

  note(invite: OutsideInvite | null): void {
    if (invite === null) return;
    this.#waiting = invite;
    this.onArrived();
  }

  take(): OutsideInvite | null {
    const invite = this.#waiting;
    this.#waiting = null;
    return invite;
  }
}
