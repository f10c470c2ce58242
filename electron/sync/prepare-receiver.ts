import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { memberToken, tokenHash } from '../identity/member-token.ts';
import type { ServedWorkspace } from '../receiver/receiver-store.ts';
import { seedOf } from './seat.ts';
import type { Workspace } from './workspace.ts';

/** What a receiver is told when a manager's app claims its workspace there. */
export interface Claim {
  readonly served: ServedWorkspace;
  /** What this device shows the receiver from then on; null where it is not the founder's. */
  readonly token: string | null;
}

/** What a receiver in this app begins with. */
export interface PreparedReceiver {
  readonly folder: string;
  readonly served: ServedWorkspace;
  readonly isEncrypted: boolean;
}

/** SHA-256 of nothing that anybody could show: the founder comes in by no token here. */
const NO_TOKEN = '0'.repeat(64);

/** Failures: `not-allowed` for assistants, `no-seat` where the keychain no longer opens the key. */
export function claimOf({ file, context, store }: Workspace): Result<Claim, IpcFailure> {
  if (!file.seats.some(({ seat }) => seat === 'manager')) return fail('not-allowed', 'never');
  const { id: workspace, name, founderKey } = file;
  const founder = file.seats.find(({ keyId }) => keyId === founderKey);
  if (!founder) {
    const known = [...store.streams.values()].find(({ keyId }) => keyId === founderKey);
    if (!known) return fail('not-allowed', 'later');
    const founderId = known.member;
    return ok({
      served: { workspace, name, founderKey, founderId, founderTokenHash: NO_TOKEN },
      token: null,
    });
  }
  try {
    const token = memberToken(seedOf(context.options.protector, founder), workspace);
    const founderId = founder.memberId;
    const founderTokenHash = tokenHash(token);
    return ok({ served: { workspace, name, founderKey, founderId, founderTokenHash }, token });
  } catch {
    return fail('no-seat', 'after-fix');
  }
}
