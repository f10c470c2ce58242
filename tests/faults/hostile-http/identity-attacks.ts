import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { type MakeAttack, once } from './attack.ts';
import { putRequest, writeRequest } from './request-text.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

const BASE = `/v1/workspaces/${WORKSPACE}`;

/** Somebody who is not whom they say, or wants what is not theirs. */
export const IDENTITY_ATTACKS: Readonly<Record<string, MakeAttack>> = {
  wrongToken: ({ ana, anasLog }, random) => {
    const { token } = ana;
    const at = random.whole(0, token.length - 1);
    const other = token.charAt(at) === 'x' ? 'y' : 'x';
    const wrong = [
      `${token.slice(0, at)}${other}${token.slice(at + 1)}`,
      token.slice(0, -1),
      `${token}A`,
      `${token} ${token}`,
      token.toUpperCase(),
      '',
      '\0',
      '../../etc/passwd',
      'undefined',
      sha256Hex(Buffer.from(token)),
    ];
    const log = anasLog();
    return once(putRequest(random.pick(wrong), log, log.batch()));
  },
  noToken: ({ anasLog }, random) => {
    const log = anasLog();
    const headers = random.pick([
      [],
      [['Authorization', 'Basic YW5hOmFuYQ==']],
      [['Cookie', 'token=ana']],
      [['X-Forwarded-User', 'ana']],
    ] as const);
    return once(putRequest(null, log, log.batch(), { headers }));
  },
  revokedToken: ({ mia }) => {
    const log = mia.log().writeMany(3);
    return once(putRequest(mia.token, log, log.batch()));
  },
  otherMembersStream: ({ leo, anasLog }, random) => {
    const log = anasLog(random.pick(['m-ana', 'team'] as const));
    return once(putRequest(leo.token, log, log.batch()));
  },
  otherAudience: ({ leo, strangersLog }, random) => {
    const log = strangersLog('leo', random.pick(['m-ana', 'managers', 'm-robin'] as const), leo);
    return once(putRequest(leo.token, log, log.batch()));
  },
  unknownDevice: ({ leo, mia, ana, strangersLog }, random) => {
    const log = strangersLog('leo', 'm-leo', random.pick([undefined, mia, ana]));
    return once(putRequest(leo.token, log, log.batch()));
  },
  middleOfUnknownLog: ({ leo, strangersLog }) => {
    const log = strangersLog('leo', 'm-leo', leo).writeMany(4);
    return once(putRequest(leo.token, log, log.batch(3)));
  },
  founderByName: ({ leo, strangersLog }) => {
    const log = strangersLog('robin', 'team', leo);
    return once(putRequest(leo.token, log, log.batch()));
  },
  readsWhatIsNotTheirs: ({ leo, held }, random) => {
    const hash = sha256Hex(Buffer.from(random.bytes(8)));
    const [planHash = ''] = held;
    return once(
      writeRequest(
        random.pick([
          { path: `${BASE}/evidence/m-ana/${hash}`, token: leo.token },
          { path: `${BASE}/evidence/managers/${hash}`, token: leo.token },
          { path: `/v1/workspaces/other/batches`, token: leo.token },
          { path: `/v1/workspaces/other/batches/${planHash}`, token: leo.token },
          { path: `${BASE}/batches/${planHash}`, token: 'x'.repeat(43) },
        ]),
      ),
    );
  },
  invitesWithoutRight: ({ leo }, random) =>
    once(
      writeRequest({
        method: 'PUT',
        path: `${BASE}/joins/${random.pick(['abcd', '0000'])}`,
        token: leo.token,
        body: random.bytes(40),
      }),
    ),
  foreignClaim: ({ team, setupSecret, leo }, random) => {
    const founderKey = sha256Hex(random.bytes(8));
    const claim = { ...team.served, founderKey };
    const token = random.pick([setupSecret, leo.token, team.founderToken, `${setupSecret}x`]);
    const body = Buffer.from(JSON.stringify(claim));
    return once(writeRequest({ method: 'PUT', path: BASE, token, body, type: 'application/json' }));
  },
};
