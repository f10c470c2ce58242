import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { parsers } from '#shared/ipc-parsers';
import { addChosenEvidence } from '../../../electron/ipc/evidence-files.ts';
import { safeFileName } from '../../../electron/ipc/safe-file-name.ts';
import { manager } from '../sync/parts/logging-manager.ts';
import { value } from '../sync/parts/test-engine.ts';

const hash = 'ab'.repeat(32);
const isTaken = (name: keyof typeof parsers, input: unknown): boolean =>
  parsers[name].safeParse(input).success;

describe('calls about files', () => {
  test.each([
    '../../etc/passwd',
    '',
    `${hash}0`,
    hash.toUpperCase(),
    `${hash.slice(3)}/..`,
    `\0${hash.slice(1)}`,
  ])('a hash is 64 hex digits and no path: %j is refused', (wrong) => {
    const workspace = 'w1';
    expect(isTaken('readEvidence', { workspace, hash })).toBe(true);
    expect(isTaken('readEvidence', { workspace, hash: wrong })).toBe(false);
    expect(isTaken('offerEvidence', { workspace, hash: wrong, audience: 'team' })).toBe(false);
    expect(isTaken('saveEvidence', { workspace, hash: wrong, name: 'a' })).toBe(false);
  });

  test.each(['..', 'm-../x', 'm-', 'everybody', 'evidence', ''])(
    '%j is nobody who reads',
    (audience) => {
      const input = { workspace: 'w1', name: 'a', bytes: new Uint8Array(1) };
      expect(isTaken('addEvidenceBytes', { ...input, audience: 'm-ana' })).toBe(true);
      expect(isTaken('addEvidenceBytes', { ...input, audience })).toBe(false);
      expect(isTaken('chooseEvidence', { workspace: 'w1', audience })).toBe(false);
    },
  );

  test('more bytes than a file may have, a longer name, or something else than bytes is refused', () => {
    const input = { workspace: 'w1', audience: 'team', name: 'a', bytes: new Uint8Array(1) };
    expect(isTaken('addEvidenceBytes', input)).toBe(true);
    const tooMany = new Uint8Array(MAX_EVIDENCE_BYTES + 1);
    expect(isTaken('addEvidenceBytes', { ...input, bytes: tooMany })).toBe(false);
    expect(isTaken('addEvidenceBytes', { ...input, bytes: [1, 2] })).toBe(false);
    expect(isTaken('addEvidenceBytes', { ...input, name: 'n'.repeat(301) })).toBe(false);
    expect(isTaken('addEvidenceBytes', { ...input, path: '/etc/passwd' })).toBe(false);
  });

  test('what was chosen comes back by name and reason, never by path', async () => {
    const { engine, workspace, root } = await manager();
    const good = join(root, 'counts.csv');
    const empty = join(root, 'empty.csv');
    const folder = join(root, 'shelves');
    writeFileSync(good, 'side,count\n');
    writeFileSync(empty, '');
    mkdirSync(folder);
    const files = [good, empty, folder, join(root, 'gone.csv')];
    const input = { workspace, audience: 'team' } as const;
    const choice = value(await addChosenEvidence(engine, input, files));
    expect(choice.added).toMatchObject([{ name: 'counts.csv', mediaType: 'text/plain' }]);
    expect(choice.refused.map(({ name, failure }) => [name, failure.code])).toEqual([
      ['empty.csv', 'file-empty'],
      ['shelves', 'not-a-file'],
      ['gone.csv', 'file-gone'],
    ]);
    expect(JSON.stringify(choice)).not.toContain(root);
  });

  test('a copy is offered under a name that no system reads as a path', () => {
    for (const name of ['../../.bashrc', 'C:\\a\\b.png', 'con/aux', '..', '\u0000']) {
      expect(safeFileName(name)).not.toMatch(/^\.|[/\\:]|\.\.\//);
    }
  });
});
