import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openFolderStore } from '../../electron/receiver/stores/folder/folder-store.ts';
import type { Figure } from './figures.ts';
import { measureIngest, startForLoad } from './receiver-load.ts';

const LEAST_RATIO = 0.5;

/**
 * A receiver in its own process over a folder, a thousand devices on a thousand connections, on this
 * computer's cores with them: batches a second, each verified, kept and answered with a signed receipt,
 * beside the same bytes each written to a new file and flushed.
 */
export async function measureReceiverFolder(): Promise<Figure> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-folder-'));
  const folder = path.join(data, 'sync');
  mkdirSync(folder);
  try {
    const { receiver, close, ...ingest } = await measureIngest(
      () => openFolderStore({ folder }),
      () => startForLoad(folder, null),
      bareFiles(path.join(data, 'bare')),
    );
    close();
    await receiver.kill();
    return {
      name: 'receiver-folder',
      values: { ...ingest },
      limited: 'ratio',
      limit: LEAST_RATIO,
      isLeast: true,
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function bareFiles(directory: string) {
  mkdirSync(directory);
  let count = 0;
  return async (bytes: Uint8Array): Promise<void> => {
    const file = await open(path.join(directory, `b-${(count += 1)}`), 'wx');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  };
}
