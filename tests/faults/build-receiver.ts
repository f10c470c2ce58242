import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const PROJECT = path.resolve(import.meta.dirname, '../..');

let built: Promise<string> | null = null;

/** The receiver bundled as it ships, so that it starts as fast; built once, gone when this process ends. */
export function buildReceiver(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
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
  return path.join(outDir, 'receiver.cjs');
}
