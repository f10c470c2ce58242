import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const PROJECT = path.resolve(import.meta.dirname, '../..');

let built: Promise<string> | null = null;

/** The receiver bundled as it ships, so that it starts as fast; built once for all that this process starts. */
export async function buildReceiver(): Promise<string> {
  built ??= bundle(mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-')));
  return path.join(await built, 'receiver.cjs');
}

/** For when no receiver will be started any more. */
export async function removeBuiltReceiver(): Promise<void> {
  if (built !== null) rmSync(await built, { recursive: true, force: true });
  built = null;
}

async function bundle(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: path.join(PROJECT, 'electron/receiver/run-receiver.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'receiver.cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  return outDir;
}
