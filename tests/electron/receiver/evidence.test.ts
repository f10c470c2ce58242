import { expect, onTestFinished, test } from 'vitest';
import { piecePath, pieceListPath } from '#shared/endpoint/protocol';
import { PIECE_BYTES, pieceListText, pieceName } from '#shared/evidence/pieces';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { someBytes } from '../sync/parts/evidence-team.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam } from './parts/receiver-team.ts';
import { type Heard, problemOf } from './parts/send.ts';
import { WORKSPACE } from './parts/team-over.ts';

async function desk() {
  const made = await receiverTeam(temporaryFolder());
  onTestFinished(() => made.close());
  const [ana, leo] = [made.invite('ana'), made.invite('leo')];
  await made.sendPlan();
  const put = (
    token: string,
    audience: string,
    hash: string,
    piece: string,
    body: Uint8Array,
  ): Promise<Heard> =>
    made.ask(piecePath({ workspace: WORKSPACE, audience, hash, piece }), {
      method: 'PUT',
      token,
      body,
    });
  return { ...made, ana, leo, put };
}

test('a file goes there in pieces and comes back as it was', async () => {
  const { ana, put, ask, founderToken } = await desk();
  const whole = someBytes(PIECE_BYTES + 5);
  const pieces = [whole.subarray(0, PIECE_BYTES), whole.subarray(PIECE_BYTES)];
  const hashes = pieces.map(sha256Hex);
  const hash = sha256Hex(whole);
  const list = Buffer.from(pieceListText(hashes));
  const named: readonly (readonly [string, Uint8Array])[] = [
    ...pieces.map((bytes, at) => [pieceName(at + 1, 2, hashes[at] ?? ''), bytes] as const),
    [pieceName(0, 2, sha256Hex(list)), list],
  ];
  for (const [name, bytes] of named) {
    const heard = await put(ana.token, 'm-ana', hash, name, bytes);
    expect([heard.status, heard.json]).toEqual([
      201,
      { sha256: sha256Hex(bytes), sizeBytes: bytes.length },
    ]);
  }
  const place = { workspace: WORKSPACE, audience: 'm-ana', hash };
  const listed = await ask(pieceListPath(place), { token: founderToken });
  const names = (listed.json as { pieces: string[] }).pieces;
  expect(names.toSorted()).toEqual(named.map(([name]) => name).toSorted());
  for (const [piece, bytes] of named) {
    const got = await ask(piecePath({ ...place, piece }), { token: founderToken });
    expect(Buffer.from(got.bytes).equals(bytes)).toBe(true);
    expect(got.headers['cache-control']).toContain('immutable');
  }
});

test('nobody writes or reads pieces of an audience that is not theirs', async () => {
  const { ana, leo, put, ask } = await desk();
  const bytes = Buffer.from('proof');
  const hash = sha256Hex(bytes);
  const piece = pieceName(1, 1, hash);
  expect((await put(ana.token, 'm-ana', hash, piece, bytes)).status).toBe(201);
  for (const audience of ['m-ana', 'managers']) {
    const place = { workspace: WORKSPACE, audience, hash };
    expect(problemOf(await put(leo.token, audience, hash, piece, bytes))).toBe('403 forbidden');
    for (const path of [pieceListPath(place), piecePath({ ...place, piece })]) {
      expect(problemOf(await ask(path, { token: leo.token }))).toBe('403 forbidden');
    }
  }
});

test('a piece is what its name says, in its size and its bytes', async () => {
  const { ana, put } = await desk();
  const small = Buffer.from('small');
  const hash = sha256Hex(small);
  const list = Buffer.from(pieceListText([hash, hash]));
  const wrong: readonly (readonly [name: string, bytes: Uint8Array, fileHash?: string])[] = [
    [pieceName(1, 1, hash), Buffer.from('other')],
    [pieceName(1, 1, hash), small, 'a'.repeat(64)],
    [pieceName(1, 2, hash), small],
    [pieceName(3, 2, hash), small],
    [pieceName(1, 26, hash), small],
    [pieceName(1, 1, sha256Hex(new Uint8Array())), new Uint8Array()],
    [pieceName(0, 1, sha256Hex(list)), list],
    [pieceName(0, 3, sha256Hex(list)), list],
    [pieceName(0, 2, hash), small],
  ];
  for (const [name, bytes, fileHash = hash] of wrong) {
    expect(problemOf(await put(ana.token, 'team', fileHash, name, bytes)), name).toBe(
      '400 bad-request',
    );
  }
  expect((await put(ana.token, 'team', hash, pieceName(0, 2, sha256Hex(list)), list)).status).toBe(
    201,
  );
});
