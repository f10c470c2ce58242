import type { Tone } from './badge.tsx';

export interface ToastMessage {
  readonly title: string;
  readonly text?: string | undefined;
  readonly tone?: Tone | undefined;
  /** What the message is about: it takes the place of an earlier one about the same. */
  readonly topic?: string | undefined;
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

type Listen = (message: ToastMessage) => void;

/** Messages wait here while the region that shows them is still loading. */
const waiting: ToastMessage[] = [];
let listener: Listen | null = null;
let onFirst: (() => void) | null = null;

/** Says that something was done, and offers to undo it. Failures stay until they are dismissed. */
export function showToast(message: ToastMessage): void {
  if (listener) {
    listener(message);
    return;
  }
  waiting.push(message);
  onFirst?.();
}

/** The region on screen takes every message from now on, first those that waited for it. */
export function listenToToasts(listen: Listen): () => void {
  listener = listen;
  for (const message of waiting.splice(0)) listen(message);
  return () => {
    if (listener === listen) listener = null;
  };
}

/** Calls once when the first message comes and no region is there yet. */
export function whenToastsAreNeeded(call: () => void): () => void {
  onFirst = call;
  if (waiting.length > 0) call();
  return () => {
    onFirst = null;
  };
}
