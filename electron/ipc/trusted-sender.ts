import { ORIGIN } from '../app-identity.ts';

/** What is asked of `IpcMainInvokeEvent.senderFrame`; null once its frame has gone or navigated away. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: SenderFrame | null;
}

/** Calls come from the main frame of our own page and from nobody else. */
export const isTrustedSender = (frame: SenderFrame | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === ORIGIN;
