import type { Audience } from '../../../shared/stream/change.ts';
import { pieceName } from '../../../shared/evidence/pieces.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { type MakeAttack, once } from './attack.ts';
import { placeOf, putRequest, writeRequest } from './request-text.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

const BASE = `/v1/workspaces/${WORKSPACE}`;

/** Whom somebody is, is right; what they bring is not. */
export const CONTENT_ATTACKS: Readonly<Record<string, MakeAttack>> = {
  damagedBatch: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const file = Uint8Array.from(log.batch());
    const at = random.whole(0, file.length - 1);
    file[at] = (file[at] ?? 0) ^ (1 << random.whole(0, 7));
    return once(putRequest(ana.token, log, file));
  },
  cutBatch: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const file = log.batch();
    return once(putRequest(ana.token, log, file.subarray(0, random.whole(0, file.length - 1))));
  },
  otherPlace: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const file = log.batch();
    const place = placeOf(log, file);
    const path = random.pick([
      place.replace(log.stream, sha256Hex(random.bytes(4)).slice(0, 32)),
      place.replace(log.epoch, 'ffffffff'),
      place.replace(sha256Hex(file), sha256Hex(random.bytes(4))),
      place.replace('/batches/', '/batch/'),
    ]);
    return once(putRequest(ana.token, log, file, { path }));
  },
  otherWorkspace: ({ ana, anasLog }) => {
    const log = anasLog();
    const file = log.batch(1, log.changes.length, { workspace: 'other' });
    return once(putRequest(ana.token, log, file));
  },
  packed: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const coding = random.pick(['gzip', 'br', 'deflate', 'identity', 'x-zip']);
    const headers = [['Content-Encoding', coding]] as const;
    return once(putRequest(ana.token, log, log.batch(), { headers }));
  },
  otherKind: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const type = random.pick(['text/html', 'multipart/form-data; boundary=x', '', null]);
    return once(putRequest(ana.token, log, log.batch(), { type }));
  },
  wrongPiece: ({ ana }, random) => {
    const body = random.bytes(random.whole(0, 200));
    const hash = sha256Hex(body);
    const other = sha256Hex(random.bytes(9));
    const audience: Audience = random.pick(['m-ana', 'team']);
    const name = random.pick([
      pieceName(1, 2, hash),
      pieceName(0, 3, hash),
      pieceName(0, 1, hash),
      pieceName(1, 1, other),
      pieceName(9, 2, hash),
      pieceName(1, 99, hash),
      `${pieceName(1, 1, hash)}.exe`,
      `../${pieceName(1, 1, hash)}`,
    ]);
    const path = `${BASE}/evidence/${audience}/${random.pick([hash, other])}/${name}`;
    return once(writeRequest({ method: 'PUT', path, token: ana.token, body }));
  },
  wrongClaim: ({ setupSecret }, random) => {
    const body = Buffer.from(
      random.pick([
        '{',
        'null',
        '[]',
        `${'['.repeat(20_000)}`,
        '{"__proto__":{"isAdmin":true}}',
        `{"workspace":"${WORKSPACE}","name":1}`,
        '\ud800',
        `"${'a'.repeat(60_000)}"`,
      ]),
      'utf8',
    );
    const type = 'application/json';
    return once(writeRequest({ method: 'PUT', path: BASE, token: setupSecret, body, type }));
  },
  wrongQuery: ({ ana }, random) => {
    const query = random.pick([
      'limit=0',
      'limit=501',
      'limit=1e3',
      'limit=-1',
      'after=../..',
      `after=${'a'.repeat(65)}`,
      'after=%00',
      "after='%20OR%201=1--",
      'limit=9999999999999999999',
    ]);
    return once(writeRequest({ path: `${BASE}/batches?${query}`, token: ana.token }));
  },
};
