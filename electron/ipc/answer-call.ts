import type { CallOutput, Reply } from '#shared/ipc';
import { type CallInput, type CallName, type IpcParsers, parsers } from '#shared/ipc-parsers';
import { fail } from '#shared/result';
import type { Log } from '../log.ts';
import { type SenderFrame, isTrustedSender } from './trusted-sender.ts';

/** One handler for every call there is: a call without one does not compile. */
export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => Reply<CallOutput<N>>;
};

// Typed by the contract, so that a parser's output and its handler's input stay tied by the call's name.
const parserOf: IpcParsers = parsers;

/**
 * Checks the sender, parses the input, calls the handler. Always a result: an error thrown across IPC
 * would lose its fields, so a bug becomes `unexpected` and is logged without what was passed in. A page
 * that has no handler for a call may not make it.
 * @param args everything the page passed: one value at most
 */
export async function answerCall<N extends CallName>(
  name: N,
  handlers: Partial<Handlers>,
  log: Log,
  sender: SenderFrame | null,
  args: readonly unknown[],
): Reply<CallOutput<N>> {
  try {
    const handle = handlers[name];
    if (!isTrustedSender(sender) || !handle) {
      log.warn('bad-sender', { call: name });
      return fail('bad-sender', 'never');
    }
    const input = args.length > 1 ? null : parserOf[name].safeParse(args[0]);
    if (input === null || !input.success) {
      log.warn('bad-input', { call: name });
      return fail('bad-input', 'never', { call: name });
    }
    return await handle(input.data);
  } catch (error) {
    log.bug('call-failed', error, { call: name });
    return fail('unexpected', 'later', { call: name });
  }
}
