import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DISK_LIMITS, DiskSpace } from '../../../electron/sync/disk-space.ts';
import { nodeFileSystem } from '../../../electron/sync/file-system.ts';
import { canMount, smallDisk } from './parts/small-disk.ts';
import {
  codeOf,
  entryEdit,
  foundWorkspace,
  readAllIds,
  seatOf,
  testEngine,
  value,
} from './parts/test-engine.ts';

const KB = 1024;
const limits = { lowBytes: 400 * KB, fullBytes: 128 * KB, ballastBytes: 128 * KB };

test('the limits are those of the promise: warn under 200 MB, stop under 64 MB, keep 64 MB', () => {
  expect(DISK_LIMITS).toEqual({
    lowBytes: 200_000_000,
    fullBytes: 64_000_000,
    ballastBytes: 64_000_000,
  });
});

describe.runIf(canMount)('a disk that fills up', () => {
  test('is low, then full; the ballast is given up and is not mistaken for recovery', async () => {
    const { folder } = smallDisk(1024 * KB);
    const disk = new DiskSpace(nodeFileSystem, folder, limits);
    const ballast = join(folder, '.ballast');
    const fill = (sizeKb: number) =>
      writeFileSync(join(folder, `fill-${sizeKb}`), Buffer.alloc(sizeKb * KB, 1));
    expect(await disk.look(true)).toBe('ok');
    expect(statSync(ballast).size).toBe(limits.ballastBytes);
    expect(await disk.look(true)).toBe('ok');
    fill(520);
    expect(await disk.look(true)).toBe('low');
    expect(existsSync(ballast)).toBe(true);
    fill(290);
    expect(await disk.look(true)).toBe('full');
    expect(existsSync(ballast)).toBe(false);
    expect(await disk.look(true)).toBe('full');
    rmSync(join(folder, 'fill-290'));
    expect(await disk.look(true)).toBe('low');
    rmSync(join(folder, 'fill-520'));
    expect(await disk.look(true)).toBe('ok');
    expect(statSync(ballast).size).toBe(limits.ballastBytes);
  });

  test('takes no new entries, keeps every saved one, and goes on by itself when there is room', async () => {
    const { folder } = smallDisk(2_048 * KB);
    const { engine } = await testEngine(folder, { diskLimits: limits });
    const entry = await foundWorkspace(engine);
    const { memberId } = seatOf(entry);
    const workspace = entry.id;
    const saved: string[] = [];
    const refusals = new Set<string>();
    const log = async (id: string) => {
      const edits = [{ ...entryEdit(memberId, id), fields: { note: 'n'.repeat(20_000) } }];
      const result = await engine.append({ workspace, memberId, edits });
      if (result.ok) saved.push(`202611-${id}`);
      else refusals.add(codeOf(result));
      return result;
    };
    const filler = join(folder, 'somebody-elses-film');
    writeFileSync(filler, Buffer.alloc(1_500 * KB, 1));
    for (let i = 0; i < 40; i += 1) await log(`full-${i}`);
    expect([...refusals]).toEqual(['disk-full']);
    expect(value(await engine.syncStatus(workspace)).disk).toBe('full');
    rmSync(filler);
    expect(codeOf(await log('after'))).toBe('ok');
    expect(value(await engine.syncStatus(workspace)).disk).toBe('ok');
    await engine.close();
    const again = await testEngine(folder, { diskLimits: limits });
    const ids = await readAllIds(again.engine, workspace);
    expect(ids.filter((id) => id.startsWith('202611-'))).toEqual(saved);
  });
});
