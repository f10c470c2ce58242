import { WorkerClient } from '../../data/worker-client.ts';
import { localTableReader } from './local-table-reader.ts';
import type {
  TableAnswer,
  TableCall,
  TableCalls,
  TableReader,
  TableRequest,
} from './table-requests.ts';

/** Starts a worker that reads one table: the window stays free whatever the file holds. */
export function openTableReader(): TableReader {
  if (typeof Worker === 'undefined') return localTableReader();
  const client = new WorkerClient<TableRequest, TableAnswer>(
    new Worker(new URL('table-worker.ts', import.meta.url), { type: 'module' }),
  );
  const ask = async <C extends TableCall>(
    name: C,
    input: TableCalls[C]['input'],
    transfer: Transferable[] = [],
  ): Promise<TableCalls[C]['output']> => {
    const answer = await client.ask({ name, input } as TableRequest, transfer);
    // `answerTableCall` pairs each name with its own output.
    return answer as TableCalls[C]['output'];
  };
  return {
    open: async (bytes) => await ask('open', bytes, [bytes.buffer]),
    reopen: async (choices) => await ask('reopen', choices),
    draft: async (input) => await ask('draft', input),
    take: async (input) => await ask('take', input),
    rejectedRows: async (count) => await ask('rejectedRows', count),
    close: () => client.close(),
  };
}
