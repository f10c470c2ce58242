import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PIECE_BYTES, pieceListText, pieceName } from '#shared/evidence/pieces';
import { sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { bytesIn, evidenceTeam, layCopy, namesIn, someBytes } from '../parts/evidence-team.ts';
import { codeOf, readAllIds, value } from '../parts/test-engine.ts';

describe('a file between two computers', () => {
  test.each([
    ['one byte', 1],
    ['exactly a piece', PIECE_BYTES],
    ['one byte more than a piece', PIECE_BYTES + 1],
    ['several pieces', 3 * PIECE_BYTES + 12_345],
  ])('%s arrives as it was', async (_name, sizeBytes) => {
    const { attach, send, fetch, read, placeOf } = await evidenceTeam();
    const bytes = someBytes(sizeBytes);
    const file = await attach(bytes);
    expect(file).toMatchObject({ hash: sha256Hex(bytes), name: 'proof.bin', sizeBytes });
    const sent = await send();
    expect(sent.evidence).toMatchObject({ waitingCount: 0, waitingBytes: 0, waiting: 'none' });
    for (const name of readdirSync(placeOf(file.hash))) {
      expect(name).toMatch(/^[a-z0-9-.]{1,96}$/);
      expect(readFileSync(join(placeOf(file.hash), name)).length).toBeLessThanOrEqual(PIECE_BYTES);
    }
    expect((await fetch()).evidence).toMatchObject({ arrivedCount: 1, arrivingCount: 0 });
    expect(bytesIn(await read(file.hash)).equals(bytes)).toBe(true);
  });

  test('an older reader takes the log and no notice of the files', async () => {
    const { attach, send, manager, workspace } = await evidenceTeam();
    await attach(someBytes(PIECE_BYTES + 1));
    await send();
    const pulled = value(await manager.engine.pull(workspace));
    expect(pulled.rejected).toEqual([]);
    expect(await readAllIds(manager.engine, workspace)).not.toEqual([]);
  });

  test('an assistant fetches what is for the team or themselves and nothing else', async () => {
    const { manager, assistant, workspace } = await evidenceTeam();
    const hashes: string[] = [];
    for (const [i, audience] of (['team', 'managers', 'm-someone', 'm-ana'] as const).entries()) {
      const input = { workspace, audience, name: 'a', bytes: someBytes(100, i + 1) };
      hashes.push(value(await manager.engine.addEvidenceBytes(input)).hash);
    }
    value(await manager.engine.moveEvidence(workspace));
    value(await assistant.engine.pull(workspace));
    value(await assistant.engine.moveEvidence(workspace));
    const codes: string[] = [];
    for (const hash of hashes) {
      codes.push(codeOf(await assistant.engine.readEvidence({ workspace, hash })));
    }
    expect(codes).toEqual(['ok', 'evidence-missing', 'evidence-missing', 'ok']);
  });

  test('what is asked for on the screen comes without the folder being listed', async () => {
    const { attach, send, manager, workspace, read } = await evidenceTeam();
    value(await manager.engine.moveEvidence(workspace));
    const bytes = someBytes(2 * PIECE_BYTES);
    const { hash } = await attach(bytes);
    await attach(someBytes(500, 9));
    await send();
    expect(codeOf(await read(hash))).toBe('evidence-missing');
    const { evidence } = value(await manager.engine.moveEvidence(workspace));
    expect(evidence.arrivedCount).toBe(1);
    expect(bytesIn(await read(hash)).equals(bytes)).toBe(true);
  });

  test('while parts are missing it is on its way, and says how much is here', async () => {
    const { attach, send, fetch, read, placeOf } = await evidenceTeam();
    const bytes = someBytes(3 * PIECE_BYTES);
    const { hash } = await attach(bytes);
    await send();
    const [list = '', , second = ''] = namesIn(placeOf(hash));
    const away = join(placeOf(hash), '..', 'away');
    renameSync(join(placeOf(hash), second), away);
    expect((await fetch()).evidence).toMatchObject({ arrivingCount: 1, arrivedCount: 0 });
    expect(await read(hash)).toMatchObject({
      error: { code: 'evidence-missing', detail: { arrivedCount: 2, pieceCount: 3 } },
    });
    renameSync(away, join(placeOf(hash), second));
    truncateSync(join(placeOf(hash), list), 10);
    await fetch();
    expect(codeOf(await read(hash))).toBe('evidence-missing');
    writeFileSync(join(placeOf(hash), list), listOf(bytes));
    await fetch();
    expect(bytesIn(await read(hash)).equals(bytes)).toBe(true);
  });

  test('a file offered before it arrived goes on to its new readers when it is here', async () => {
    const { attach, send, assistant, manager, workspace, placeOf } = await evidenceTeam();
    const { hash } = await attach(someBytes(700), { audience: 'm-ana' });
    value(await manager.engine.offerEvidence({ workspace, hash, audience: 'managers' }));
    const before = value(await manager.engine.moveEvidence(workspace));
    expect(before.evidence).toMatchObject({ waitingCount: 0, absentCount: 1 });
    await send();
    value(await manager.engine.pull(workspace));
    value(await manager.engine.moveEvidence(workspace));
    const after = value(await manager.engine.moveEvidence(workspace));
    expect(after.evidence).toMatchObject({ waitingCount: 0, absentCount: 0 });
    expect(namesIn(placeOf(hash, 'managers'))).toHaveLength(1);
    expect(codeOf(await assistant.engine.readEvidence({ workspace, hash }))).toBe('ok');
  });

  test('a new folder gets every file again', async () => {
    const { attach, send, assistant, workspace, root } = await evidenceTeam();
    const { hash } = await attach(someBytes(PIECE_BYTES + 5));
    await send();
    const other = join(root, 'other');
    mkdirSync(other);
    value(await assistant.engine.setFolder(workspace, other));
    expect((await send()).evidence.waitingCount).toBe(0);
    expect(namesIn(join(other, 'v1', workspace, 'evidence', 'm-ana', hash))).toHaveLength(3);
  });
});

describe('what sync tools and strangers leave in the folder', () => {
  test('conflicted copies, of pieces and of the directory, stand in for what is gone', async () => {
    const { attach, send, fetch, read, placeOf } = await evidenceTeam();
    const bytes = someBytes(3 * PIECE_BYTES + 3);
    const { hash } = await attach(bytes);
    await send();
    const [list = '', first = '', second = ''] = namesIn(placeOf(hash));
    const inPlace = (name: string) => join(placeOf(hash), name);
    renameSync(inPlace(first), inPlace(first.replace('.piece', " (Ana's conflicted copy).piece")));
    renameSync(inPlace(second), inPlace(second.replace('.piece', '.sync-conflict-20261122.piece')));
    layCopy(inPlace(list), join(`${placeOf(hash)} (1)`, list));
    rmSync(inPlace(list));
    await fetch();
    expect(bytesIn(await read(hash)).equals(bytes)).toBe(true);
  });

  test('wrong pieces and lists at every place keep the right ones from nobody', async () => {
    const { attach, send, fetch, read, placeOf } = await evidenceTeam();
    const bytes = someBytes(12 * PIECE_BYTES + 7);
    const { hash } = await attach(bytes);
    await send();
    const lay = (name: string, content: Uint8Array) =>
      writeFileSync(join(placeOf(hash), name), content);
    for (const [i, right] of namesIn(placeOf(hash)).entries()) {
      const wrong = someBytes(PIECE_BYTES, 100 + i);
      // A sound piece of something else, one that lies about its hash, and copies that are none.
      lay(pieceName(i, 13, sha256Hex(wrong)), wrong);
      lay(right.replace('.piece', ' (1).piece'), wrong);
    }
    const strange = pieceListText(Array.from({ length: 13 }, () => sha256Hex(someBytes(9))));
    lay(pieceName(0, 13, sha256Hex(Buffer.from(strange))), Buffer.from(strange));
    lay(pieceName(1, 1, sha256Hex(someBytes(4))), someBytes(4));
    lay('p-01-99-0000000000000000.piece', someBytes(4));
    lay('holiday.jpg', someBytes(4));
    await fetch();
    expect(bytesIn(await read(hash)).equals(bytes)).toBe(true);
  });

  test('a list of other pieces is tried once and leads to nothing', async () => {
    const { attach, send, fetch, read, placeOf } = await evidenceTeam();
    const { hash } = await attach(someBytes(2 * PIECE_BYTES));
    await send();
    for (const name of namesIn(placeOf(hash))) rmSync(join(placeOf(hash), name));
    const others = [someBytes(PIECE_BYTES, 5), someBytes(10, 6)];
    const list = pieceListText(others.map(sha256Hex));
    for (const [i, piece] of others.entries()) {
      writeFileSync(join(placeOf(hash), pieceName(i + 1, 2, sha256Hex(piece))), piece);
    }
    const listName = pieceName(0, 2, sha256Hex(Buffer.from(list)));
    writeFileSync(join(placeOf(hash), listName), list);
    for (let i = 0; i < 2; i += 1) {
      expect((await fetch()).evidence).toMatchObject({ arrivedCount: 0, waiting: 'none' });
    }
    expect(codeOf(await read(hash))).toBe('evidence-missing');
  });

  test('a file that is damaged on this disk is noticed, put aside and fetched again', async () => {
    const { attach, send, fetch, read, root, workspace } = await evidenceTeam();
    const bytes = someBytes(2 * PIECE_BYTES);
    const { hash } = await attach(bytes);
    await send();
    await fetch();
    const files = join(root, 'manager', 'workspaces', workspace, 'evidence', 'files');
    const damaged = Buffer.from(bytes);
    damaged[1_500_000] = (damaged[1_500_000] ?? 0) ^ 1;
    writeFileSync(join(files, hash), damaged);
    expect(codeOf(await read(hash))).toBe('evidence-missing');
    expect(namesIn(files)).toEqual([`${hash}.damaged`]);
    await fetch();
    expect(bytesIn(await read(hash)).equals(bytes)).toBe(true);
  });
});

function listOf(bytes: Uint8Array): string {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    hashes.push(sha256Hex(bytes.subarray(at, at + PIECE_BYTES)));
  }
  return pieceListText(hashes);
}
