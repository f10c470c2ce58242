import type { MergeTally } from '../tally.ts';
import { WorkerClient } from '../worker-client.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';
import type { ChunkReport, Importer, ImporterOptions, IncomingChunk } from './importer.ts';

type AnswerTo<Kind> = Extract<ImportAnswer, { readonly kind: Kind }>;

/** The importer in its worker. Chunks move into it: their bytes are gone from the window. */
export class WorkerImporter implements Importer {
  readonly #client: WorkerClient<ImportRequest, ImportAnswer>;
  readonly #opened: Promise<unknown>;

  constructor(database: string, options: ImporterOptions) {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    this.#client = new WorkerClient(worker);
    this.#opened = this.#client.ask({ kind: 'open', database, options });
    // Whoever asks next learns of it.
    this.#opened.catch(() => undefined);
  }

  async mergeAll(chunks: readonly IncomingChunk[]): Promise<readonly ChunkReport[]> {
    const bytes = chunks.flatMap(({ parts }) => parts.map((part) => part.bytes.buffer));
    return (await this.#ask({ kind: 'merge', chunks }, bytes)).reports;
  }

  async tell(): Promise<void> {
    await this.#ask({ kind: 'tell' });
  }

  async settle(): Promise<MergeTally> {
    return (await this.#ask({ kind: 'settle' })).tally;
  }

  async retune(): Promise<number> {
    return (await this.#ask({ kind: 'retune' })).count;
  }

  async compact(): Promise<number> {
    return (await this.#ask({ kind: 'compact' })).count;
  }

  close(): void {
    this.#client.close();
  }

  async #ask<Request extends ImportRequest>(
    request: Request,
    transfer: Transferable[] = [],
  ): Promise<AnswerTo<Request['kind']>> {
    await this.#opened;
    const answer = await this.#client.ask(request, transfer);
    if (!isAnswerTo(request, answer)) throw new Error(`${request.kind} answered ${answer.kind}`);
    return answer;
  }
}

const isAnswerTo = <Request extends ImportRequest>(
  { kind }: Request,
  answer: ImportAnswer,
): answer is AnswerTo<Request['kind']> => answer.kind === kind;
