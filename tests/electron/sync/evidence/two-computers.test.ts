import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '#shared/evidence/evidence';
import { PIECE_BYTES, pieceListText, pieceName } from '#shared/evidence/pieces';
import { sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { codeOf, readAllIds, team, testEngine, value } from '../parts/test-engine.ts';

/** A manager and Ana, who attaches a file to her own audience. */
async function anaAttaches(bytes: Uint8Array, name = 'proof.bin') {
  const root = temporaryFolder();
  const made = await team(root);
  const { assistant, manager, workspace, assistantId, folder } = made;
  const audience = `m-${assistantId}` as const;
  const input = { workspace, audience, name, bytes };
  const file = value(await assistant.engine.addEvidenceBytes(input));
  const inFolder = join(folder, 'v1', workspace, 'evidence', audience, file.hash);
  const send = async () => value(await assistant.engine.moveEvidence(workspace));
  const fetch = async () => {
    value(await manager.engine.pull(workspace));
    return value(await manager.engine.moveEvidence(workspace));
  };
  const read = (hash = file.hash) => manager.engine.readEvidence({ workspace, hash });
  return { ...made, root, file, audience, inFolder, send, fetch, read };
}

const mustRead = async (reading: ReturnType<Awaited<ReturnType<typeof anaAttaches>>['read']>) =>
  Buffer.from(value(await reading).bytes);

describe('a file between two computers', () => {
  test.each([
    ['one byte', 1],
    ['exactly a piece', PIECE_BYTES],
    ['one byte more than a piece', PIECE_BYTES + 1],
    ['several pieces', 3 * PIECE_BYTES + 12_345],
  ])('%s arrives as it was', async (_name, sizeBytes) => {
    const bytes = randomBytes(sizeBytes);
    const { file, send, fetch, read, inFolder } = await anaAttaches(bytes);
    expect(file).toMatchObject({ hash: sha256Hex(bytes), name: 'proof.bin', sizeBytes });
    const sent = await send();
    expect(sent.evidence).toMatchObject({ waitingCount: 0, waitingBytes: 0, waiting: 'none' });
    for (const name of readdirSync(inFolder)) {
      expect(name).toMatch(/^[a-z0-9-.]{1,96}$/);
      expect(readFileSync(join(inFolder, name)).length).toBeLessThanOrEqual(PIECE_BYTES);
    }
    expect((await fetch()).evidence).toMatchObject({ arrivedCount: 1, arrivingCount: 0 });
    expect(await mustRead(read())).toEqual(bytes);
  });

  test('the log goes first: what was saved is in the folder before a piece is', async () => {
    const bytes = randomBytes(2 * PIECE_BYTES);
    const { assistant, workspace, assistantId, send } = await anaAttaches(bytes);
    const edits = [
      {
        audience: `m-${assistantId}` as const,
        type: 'deliverable',
        id: '202611-a',
        fields: { title: 'a' },
      },
    ];
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
    const { own, unsentCount } = await send();
    expect(unsentCount).toBe(0);
    expect(own.every(({ savedSeq, sentSeq }) => savedSeq === sentSeq)).toBe(true);
  });

  test('an older reader takes the log and no notice of the files', async () => {
    const { manager, workspace, send } = await anaAttaches(randomBytes(PIECE_BYTES + 1));
    await send();
    const pulled = value(await manager.engine.pull(workspace));
    expect(pulled.rejected).toEqual([]);
    expect(await readAllIds(manager.engine, workspace)).not.toEqual([]);
  });
});
