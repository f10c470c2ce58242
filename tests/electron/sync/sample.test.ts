import { describe, expect, test } from 'vitest';
import { GENESIS_HASH, type Change } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';
import type { Engine } from '../../../electron/sync/engine.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { testEngine, value } from './parts/test-engine.ts';
import { linesInParts } from '../../parts-lines.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 15);

async function changesOf(engine: Engine, workspace: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { stream, epoch } of value(await engine.heads(workspace))) {
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = true; hasMore;) {
      const chunk = value(await engine.readChanges({ workspace, stream, epoch, ...at }));
      const lines = Buffer.from(linesInParts(chunk.parts)).toString().split('\n');
      for (const line of lines) if (line !== '') changes.push(JSON.parse(line) as Change);
      ({ hasMore } = chunk);
      at = { afterSeq: chunk.lastSeq, afterH: chunk.lastH };
    }
  }
  return changes;
}

describe('the sample workspace', () => {
  test('seats every member, is marked, and holds its whole past', { timeout: 60_000 }, async () => {
    const dir = temporaryFolder();
    const { engine } = await testEngine(dir, { nowMs: () => NOW_MS });
    const asked = { timeZone: 'Europe/Lisbon' };
    const twice = await Promise.all([engine.createSample(asked), engine.createSample(asked)]);
    const [entry, again] = [value(twice[0]), value(twice[1])];
    expect(again.id).toBe(entry.id);
    expect(engine.workspaces()).toHaveLength(1);
    expect(entry.isSample).toBe(true);
    expect(entry.seats.length).toBeGreaterThan(3);
    expect(entry.seats.filter(({ seat }) => seat === 'manager')).toHaveLength(1);
    const changes = await changesOf(engine, entry.id);
    const times = changes.map(({ hlc }) => parseHlc(hlc)?.ms ?? 0);
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW_MS);
    expect(Math.min(...times)).toBeLessThan(NOW_MS - 80 * 86_400_000);
    expect(changes.filter(({ type }) => type === 'workspace').map(({ id }) => id)).toEqual([
      entry.id,
    ]);
    expect(changes.filter(({ type }) => type === 'device').length).toBeGreaterThanOrEqual(
      entry.seats.length,
    );
  });

  test(
    'shows most of the log as received, and the latest as not yet',
    { timeout: 60_000 },
    async () => {
      const { engine } = await testEngine(temporaryFolder(), { nowMs: () => NOW_MS });
      const entry = value(await engine.createSample({ timeZone: 'Europe/Lisbon' }));
      const heads = value(await engine.heads(entry.id));
      const changes = await changesOf(engine, entry.id);
      const receipts = changes.filter(({ type }) => type === 'receipt');
      const assistants = entry.seats.filter(({ seat }) => seat === 'assistant');
      for (const { memberId } of assistants) {
        const log = heads.find(
          (head) => head.audience === `m-${memberId}` && head.memberId === memberId,
        );
        if (!log) expect.fail(`${memberId} has logged nothing.`);
        const receipt = receipts.find(
          ({ fields }) => fields['streamKey'] === `${log.stream}-${log.epoch}`,
        );
        expect(Number(receipt?.fields['seq'])).toBeGreaterThan(log.seq / 2);
        expect(Number(receipt?.fields['seq'])).toBeLessThanOrEqual(log.seq);
      }
    },
  );

  test('is made once, and is there after a restart', { timeout: 60_000 }, async () => {
    const dir = temporaryFolder();
    const first = await testEngine(dir, { nowMs: () => NOW_MS });
    const entry = value(await first.engine.createSample({ timeZone: 'UTC' }));
    expect(value(await first.engine.createSample({ timeZone: 'UTC' }))).toEqual(entry);
    await first.engine.close();
    const second = await testEngine(dir, { nowMs: () => NOW_MS });
    expect(second.engine.workspaces()).toEqual([entry]);
  });
});
