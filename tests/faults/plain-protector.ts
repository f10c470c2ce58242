import type { KeyProtector } from '../../electron/sync/engine.ts';

/** Keys as they are: for data that lives as long as a test. */
export const plainProtector: KeyProtector = {
  kind: 'plain-file',
  seal: (secret) => secret,
  open: (sealed) => sealed,
};
