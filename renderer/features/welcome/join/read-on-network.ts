import type { InviteSummary, IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail } from '#shared/result';
import { bridge } from '../../../bridge.ts';

/** What says no more than that the invite is not at this address. */
const ELSEWHERE: ReadonlySet<string> = new Set(['receiver-silent', 'not-outlog', 'code-unknown']);

/** Asks every receiver that makes itself known on this network for a code's invite, until one has it. */
export async function readOnNetwork(code: string): Promise<Result<InviteSummary, IpcFailure>> {
  const found = await bridge.findReceivers();
  if (!found.ok) return found;
  let last: Result<InviteSummary, IpcFailure> = fail('receiver-none', 'later');
  for (const { urls } of found.value) {
    for (const url of urls) {
      const read = await bridge.readInviteCode({ code, from: { kind: 'receiver', url } });
      if (read.ok || !ELSEWHERE.has(read.error.code)) return read;
      last = read;
      if (read.error.code === 'code-unknown') break;
    }
  }
  return last;
}
