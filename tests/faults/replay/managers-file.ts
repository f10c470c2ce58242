import { createHash } from 'node:crypto';
import type { ReceiverTeam } from '../../electron/receiver/parts/receiver-team.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

/** The founder's computer as its engine finds it: a workspace whose target is the folder or the receiver. */
export function managersFile(team: ReceiverTeam, target: 'folder' | 'endpoint'): string {
  const { receiver, served, founderToken, url, folder } = team;
  const seed = createHash('sha256').update('founder').digest();
  const protection = 'plain-file';
  const seat = {
    memberId: served.founderId,
    memberName: 'Robin',
    seat: 'manager',
    keyId: served.founderKey,
    sealedSeed: seed.toString('base64'),
    protection,
    inviteKey: '',
    proof: '',
    deviceName: target,
    timeZone: 'UTC',
  };
  const endpoint = {
    url,
    receiverKey: receiver.receiverKey,
    certSha256: receiver.certSha256,
    sealedToken: Buffer.from(founderToken).toString('base64'),
    protection,
  };
  return JSON.stringify({
    v: 1,
    id: WORKSPACE,
    name: served.name,
    isSample: false,
    founderKey: served.founderKey,
    createdAtMs: 1,
    place: '',
    folder: target === 'folder' ? folder : null,
    endpoint: target === 'endpoint' ? endpoint : null,
    encryption: null,
    seats: [seat],
    retired: [],
  });
}
