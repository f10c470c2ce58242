import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import { projectionName } from '../../../renderer/data/projection.ts';
import type { IpcFailure } from '../../../shared/ipc.ts';
import type { Result } from '../../../shared/result.ts';
import type { Edit } from '../../../shared/stream/change.ts';
import { plainProtector } from '../plain-protector.ts';

const CHUNK = 1_000;
const HOUR_MS = 3_600_000;

export interface Profile {
  readonly userData: string;
  readonly workspace: string;
  readonly memberId: string;
  readonly database: string;
  /** Changes in all streams together. */
  readonly changeCount: number;
}

/** A user-data folder whose founder has logged so many entries; its window was never open. */
export async function makeProfile(userData: string, entryCount: number): Promise<Profile> {
  mkdirSync(userData, { recursive: true });
  const engine = await openEngine(
    {
      dir: userData,
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false },
  );
  const made = must(
    await engine.createWorkspace({ name: 'Fern', memberName: 'Robin Hale', timeZone: 'UTC' }),
  );
  const { id: workspace, seats } = made;
  const memberId = seats[0]?.memberId ?? '';
  const plan: Edit[] = [
    { audience: 'team', type: 'workspace', id: workspace, fields: { name: 'Fern' } },
    { audience: 'team', type: 'member', id: memberId, fields: { name: 'Robin', seat: 'manager' } },
  ];
  must(await engine.append({ workspace, memberId, edits: plan }));
  for (let at = 0; at < entryCount; at += CHUNK) {
    const count = Math.min(CHUNK, entryCount - at);
    const edits = Array.from({ length: count }, (_, n) => entry(memberId, at + n));
    must(await engine.append({ workspace, memberId, edits }));
  }
  const heads = must(await engine.heads(workspace));
  await engine.close();
  const settings = { theme: 'system', workspace, seat: memberId, route: 'today' };
  writeFileSync(path.join(userData, 'settings.json'), JSON.stringify(settings));
  const changeCount = heads.reduce((sum, { seq }) => sum + seq, 0);
  return { userData, workspace, memberId, database: projectionName(workspace), changeCount };
}

/** Finished work, an hour apart: most of it old enough to be packed. */
function entry(memberId: string, n: number): Edit {
  const completedAtMs = Date.UTC(2026, 10, 20, 12) - n * HOUR_MS;
  const day = new Date(completedAtMs).toISOString().slice(0, 10);
  return {
    audience: `m-${memberId}`,
    type: 'deliverable',
    id: `${day.slice(0, 7).replace('-', '')}-entry${n}`,
    fields: { title: `Entry ${n}`, completedAtMs, day, zone: 'UTC', quantity: 1 + (n % 9) },
  };
}

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
