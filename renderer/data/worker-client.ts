import { InTurn } from './in-turn.ts';

/** What a worker answers to the request with the same `call`. */
export type WorkerReply<Answer> =
  | { readonly call: number; readonly answer: Answer }
  | { readonly call: number; readonly failed: string };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Asks a worker and awaits its answers. A worker that dies fails what was asked of it. */
export class WorkerClient<Request extends object, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #calls = 0;
  #end: Error | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply<Answer>>) => {
      const asked = this.#waiting.get(data.call);
      this.#waiting.delete(data.call);
      if ('failed' in data) asked?.reject(errorNamed(data.failed));
      else asked?.resolve(data.answer);
    });
    worker.addEventListener('error', ({ message }) => this.#stop(new Error(message)));
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** `transfer` moves buffers into the worker instead of copying them. */
  async ask(request: Request, transfer: Transferable[] = []): Promise<Answer> {
    if (this.#end) throw this.#end;
    this.#calls += 1;
    const call = this.#calls;
    const answered = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
    });
    this.#worker.postMessage({ ...request, call }, transfer);
    return await answered;
  }

  close(): void {
    this.#stop(new Error('The worker was closed'));
  }

  #stop(reason: Error): void {
    this.#end = reason;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/** What failed in the worker, as far as that is told. */
const errorNamed = (name: string): Error => Object.assign(new Error(name), { name });

/** Carries out requests one after the other, in the order of their arrival. The worker's end of `WorkerClient`. */
export function answerRequests<Request extends object, Answer>(
  carryOut: (request: Request) => Promise<Answer>,
): void {
  const inTurn = new InTurn();
  answerAtOnce<Request, Answer>(
    async (request) => await inTurn.run(async () => await carryOut(request)),
  );
}

/** The same for whoever keeps the order of their own requests. */
export function answerAtOnce<Request extends object, Answer>(
  carryOut: (request: Request) => Promise<Answer>,
): void {
  self.addEventListener(
    'message',
    ({ data }: MessageEvent<Request & { readonly call: number }>) => void reply(data, carryOut),
  );
}

async function reply<Request extends object, Answer>(
  request: Request & { readonly call: number },
  carryOut: (request: Request) => Promise<Answer>,
): Promise<void> {
  const answer = await replyTo(request, carryOut);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one listener
  self.postMessage(answer);
}

async function replyTo<Request extends object, Answer>(
  request: Request & { readonly call: number },
  carryOut: (request: Request) => Promise<Answer>,
): Promise<WorkerReply<Answer>> {
  const { call } = request;
  try {
    return { call, answer: await carryOut(request) };
  } catch (error) {
    // The name alone: a message could quote what a person typed.
    return { call, failed: error instanceof Error ? error.name : 'Error' };
  }
}
