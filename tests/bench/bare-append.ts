import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { percentile } from './figures.ts';

/** What the disk itself takes to keep a line of that size: append and fdatasync, nothing else. */
export function bareAppend(folder: string, lineBytes: number, count: number) {
  const own = mkdtempSync(path.join(folder, 'bare-append-'));
  const file = openSync(path.join(own, 'lines'), 'a');
  const line = Buffer.alloc(lineBytes, 'x');
  const samples: number[] = [];
  try {
    for (let n = 0; n < count; n++) {
      const startedMs = performance.now();
      writeSync(file, line);
      fdatasyncSync(file);
      samples.push(performance.now() - startedMs);
    }
  } finally {
    closeSync(file);
    rmSync(own, { recursive: true });
  }
  return { p50Ms: percentile(samples, 0.5), p99Ms: percentile(samples, 0.99) };
}
