import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHandOverFacts } from '#shared/handover/hand-over-facts';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { readHandOver } from '../../../../electron/sync/archive/hand-over-file.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { codeOf, foundWorkspace, seatOf, testEngine, value } from '../parts/test-engine.ts';

const FACTS: HandOverFacts = {
  v: 1,
  workspaceName: 'Harbour Shop',
  member: { id: 'ana', name: 'Ana', title: 'Listings', place: 'Cebu', timeZone: 'Asia/Manila' },
  madeAtMs: 1_795_000_000_000,
  byName: 'Robin',
  outcomes: [],
  work: [],
  runs: [],
  sops: [],
  blockers: [],
  contacts: [{ name: 'Fernlight', about: ['Uploads'] }],
  notes: [{ outcomeId: 'u', about: 'Uploads', text: 'Läuft', byName: 'Ana', atMs: 1 }],
  recurring: [],
  instructions: [],
  logs: [{ device: 'Mac', heardAtMs: null, missingCount: 3 }],
};

async function signed() {
  const { engine } = await testEngine(join(temporaryFolder(), 'data'));
  const entry = await foundWorkspace(engine);
  const { memberId, keyId } = seatOf(entry);
  const input = { workspace: entry.id, memberId, text: JSON.stringify(FACTS) };
  return { engine, entry, memberId, keyId, input, file: value(await engine.signHandOver(input)) };
}

test('a hand-over is read as it was written, with who signed it', async () => {
  const { file, keyId, memberId, entry } = await signed();
  const opened = value(readHandOver(file));
  expect(opened).toMatchObject({ keyId, memberId, workspace: entry.id });
  expect(readHandOverFacts(opened.text)).toEqual(FACTS);
});

test('is signed by nobody whose key is not here', async () => {
  const { engine, input } = await signed();
  expect(codeOf(await engine.signHandOver({ ...input, memberId: 'ana' }))).toBe('no-seat');
});

test('any change of a byte, and any shorter file, is refused by name', async () => {
  const { file } = await signed();
  fc.assert(
    fc.property(fc.nat(file.length - 2), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ by;
      const codes = ['not-hand-over', 'hand-over-damaged', 'hand-over-newer'];
      expect(codes).toContain(codeOf(readHandOver(changed)));
      expect(codes).toContain(codeOf(readHandOver(file.subarray(0, at))));
    }),
    { numRuns: 300 },
  );
});

test('facts of a shape that no program writes are none', () => {
  for (const bad of ['', '[]', 'null', '{}', JSON.stringify({ ...FACTS, v: 2 })]) {
    expect(readHandOverFacts(bad)).toBeNull();
  }
  const nowhere = { ...FACTS, member: { ...FACTS.member, timeZone: 'Moon/Sea' } };
  expect(readHandOverFacts(JSON.stringify(nowhere))).toBeNull();
});
