import { createHash } from 'node:crypto';
import type { Audience } from '../../../shared/stream/change.ts';
import type { Random } from '../../../shared/random.ts';
import { keyFromSeed } from '../../../electron/identity/device-key.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { TestDevice } from '../../electron/sync/parts/test-device.ts';
import { type Invited, type TeamOver, WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

/** A team at a receiver: two who are in, one who no longer is, and what may be there in the end. */
export interface Scene {
  readonly team: TeamOver;
  readonly setupSecret: string;
  readonly ana: Invited;
  readonly leo: Invited;
  /** Their invite was taken back. */
  readonly mia: Invited;
  /** A log of Ana's that begins anew: every request has its own. */
  readonly anasLog: (audience?: Audience) => TestDevice;
  /** A log of anybody's by a key that nobody invited. */
  readonly strangersLog: (member: string, audience: Audience, invite?: Invited) => TestDevice;
  /** SHA-256 of batches that are to be held. */
  readonly held: Set<string>;
}

export async function openScene(
  team: TeamOver,
  setupSecret: string,
  random: Random,
): Promise<Scene> {
  const [ana, leo, mia] = [team.invite('ana'), team.invite('leo'), team.invite('mia')];
  const held = new Set([sha256Hex(team.plan.batch())]);
  await team.sendPlan();
  const before = team.plan.changes.length;
  team.revoke(mia);
  held.add(sha256Hex(team.plan.batch(before + 1)));
  await team.sendPlan();
  let made = 0;
  const anasLog: Scene['anasLog'] = (audience) => {
    made += 1;
    return ana.log(audience, `ana ${made}`).writeMany(random.whole(1, 12));
  };
  const strangersLog: Scene['strangersLog'] = (member, audience, invite) => {
    made += 1;
    const key = keyFromSeed(createHash('sha256').update(`stranger ${made}`).digest());
    const options = { workspace: WORKSPACE, member, audience, key };
    const log = new TestDevice(invite ? { ...options, invite: invite.inviteKey } : options);
    return log.writeMany(random.whole(1, 12));
  };
  return { team, setupSecret, ana, leo, mia, anasLog, strangersLog, held };
}
