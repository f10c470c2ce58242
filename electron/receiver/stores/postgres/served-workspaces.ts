import type { Pool } from 'pg';
import { z } from 'zod';
import type { ServedWorkspace } from '../../receiver-store.ts';

const servedSchema = z.object({
  workspace: z.string(),
  name: z.string(),
  founderKey: z.string(),
  founderId: z.string(),
  founderTokenHash: z.string(),
});

export async function readServed(pool: Pool, workspace: string): Promise<ServedWorkspace | null> {
  const { rows } = await pool.query<{ served: string }>({
    name: 'read-served',
    text: 'select served from outlog.workspaces where workspace = $1',
    values: [workspace],
  });
  return rows[0] ? servedSchema.parse(JSON.parse(rows[0].served)) : null;
}

export async function readAllServed(pool: Pool): Promise<readonly ServedWorkspace[]> {
  const { rows } = await pool.query<{ served: string }>(
    'select served from outlog.workspaces order by workspace',
  );
  return rows.map(({ served }) => servedSchema.parse(JSON.parse(served)));
}
