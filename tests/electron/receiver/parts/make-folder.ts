import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder for as long as its maker wants it. */
export function makeFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'outlog-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
