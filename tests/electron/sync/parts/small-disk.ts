import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** Mounting needs root on Linux; elsewhere the tests that use it say that they were skipped. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
    return true;
  } catch {
    return false;
  }
}

export interface SmallDisk {
  readonly folder: string;
  makeReadOnly(): void;
  makeWritable(): void;
  resize(sizeBytes: number): void;
}

/** A real file system of its own, of a few kilobytes or more: it can fill up, and be read-only for root too. */
export function smallDisk(sizeBytes: number): SmallDisk {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  const remount = (option: string) => execFileSync('mount', ['-o', `remount,${option}`, folder]);
  return {
    folder,
    makeReadOnly: () => remount('ro'),
    makeWritable: () => remount('rw'),
    resize: (bytes) => remount(`size=${bytes}`),
  };
}
