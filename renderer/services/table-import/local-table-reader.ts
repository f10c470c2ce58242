import { TableSession } from '#shared/imports/table-session';
import { decodeBytes } from './decode-bytes.ts';
import type { TableReader } from './table-requests.ts';

/** The same reading without a worker, where there is none. */
export function localTableReader(): TableReader {
  const session = new TableSession(decodeBytes);
  return {
    open: async (bytes) => session.open(bytes),
    reopen: async (choices) => session.reopen(choices),
    draft: async ({ mapping, tableKey }) => session.draft(mapping, tableKey),
    take: async ({ from, count }) => session.take(from, count),
    rejectedRows: async (count) => session.rejectedRows(count),
    close: () => undefined,
  };
}
