import { createHash } from 'node:crypto';
import { batchPutPath, workspacePath } from '#shared/endpoint/protocol';
import type { Audience } from '#shared/stream/change';
import { type DeviceKey, keyFromSeed } from '../../../../electron/identity/device-key.ts';
import { memberToken, tokenHash } from '../../../../electron/identity/member-token.ts';
import type { ServedWorkspace } from '../../../../electron/receiver/receiver-store.ts';
import { sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { TestDevice } from '../../sync/parts/test-device.ts';
import { type Heard, send, type Sending } from './send.ts';

export const WORKSPACE = 'fernlight';

/** Somebody who was invited: what their device proves itself with, and their token. */
export interface Invited {
  readonly memberId: string;
  readonly seed: Buffer;
  readonly inviteKey: DeviceKey;
  readonly token: string;
  /** A log of theirs that begins with the proven device; `device` tells several of one member apart. */
  readonly log: (audience?: Audience, device?: string) => TestDevice;
}

/** A workspace at a receiver, as its founder has it. */
export interface TeamOver {
  readonly url: string;
  readonly served: ServedWorkspace;
  readonly founderToken: string;
  /** The founder's plan: written by `invite` and `revoke`, sent by `sendPlan`. */
  readonly plan: TestDevice;
  readonly sendPlan: () => Promise<Heard>;
  /** Writes the member and their invite into the plan. Send it afterwards. */
  readonly invite: (memberId: string, seat?: 'assistant' | 'manager') => Invited;
  readonly revoke: (invited: Invited) => void;
  readonly ask: (path: string, sending?: Sending) => Promise<Heard>;
  readonly put: (
    token: string,
    device: TestDevice,
    file: Uint8Array,
    sending?: Sending,
  ) => Promise<Heard>;
}

const seedOf = (words: string): Buffer => createHash('sha256').update(words).digest();

/** Claims the workspace of these tests at a receiver, wherever that runs. */
export async function teamOver(url: string, setupSecret: string): Promise<TeamOver> {
  const seed = seedOf('founder');
  const founder = keyFromSeed(seed);
  const founderToken = memberToken(seed, WORKSPACE);
  const served: ServedWorkspace = {
    workspace: WORKSPACE,
    name: 'Fernlight',
    founderKey: founder.keyId,
    founderId: 'robin',
    founderTokenHash: tokenHash(founderToken),
  };
  const ask = (path: string, sending?: Sending): Promise<Heard> => send(url, path, sending);
  const claimed = await ask(workspacePath(WORKSPACE), {
    method: 'PUT',
    token: setupSecret,
    body: JSON.stringify(served),
  });
  if (claimed.status !== 201 && claimed.status !== 200) {
    throw new Error(`The claim was answered with ${claimed.status}.`);
  }
  const put: TeamOver['put'] = (token, { stream, epoch }, file, sending = {}) =>
    ask(batchPutPath({ workspace: WORKSPACE, stream, epoch, sha256: sha256Hex(file) }), {
      method: 'PUT',
      token,
      body: file,
      ...sending,
    });
  const plan = new TestDevice({
    workspace: WORKSPACE,
    member: 'robin',
    audience: 'team',
    key: founder,
  });
  plan.write('device', founder.keyId, { memberId: 'robin', inviteKey: '', proof: '' });
  let sentCount = 0;
  const sendPlan = (): Promise<Heard> => {
    const first = sentCount + 1;
    sentCount = plan.changes.length;
    return put(founderToken, plan, plan.batch(first));
  };
  const invite: TeamOver['invite'] = (memberId, seat = 'assistant') => {
    const seed = seedOf(`invite of ${memberId} ${plan.changes.length}`);
    const inviteKey = keyFromSeed(seed);
    const token = memberToken(seed, WORKSPACE);
    plan.write('member', memberId, { name: memberId, seat });
    plan.write('invite', inviteKey.keyId, { memberId, tokenHash: tokenHash(token) });
    const log: Invited['log'] = (audience = `m-${memberId}`, device = memberId) =>
      new TestDevice({
        workspace: WORKSPACE,
        member: memberId,
        audience,
        key: keyFromSeed(seedOf(`device ${device}`)),
        invite: inviteKey,
      });
    return { memberId, seed, inviteKey, token, log };
  };
  const revoke = ({ inviteKey }: Invited): void =>
    void plan.write('invite', inviteKey.keyId, { revokedAtMs: Date.now() });
  return { url, served, founderToken, plan, sendPlan, invite, revoke, ask, put };
}
