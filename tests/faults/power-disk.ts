import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const IMAGE_BYTES = 256 * 1024 * 1024;

/** A small ext4 disk in a file, whose power can be cut. Needs root on Linux. */
export class PowerDisk {
  readonly mountPoint: string;
  #image: string;
  #spare: string;
  #isMounted = false;

  constructor(directory: string) {
    this.mountPoint = path.join(directory, 'disk');
    this.#image = path.join(directory, 'a.img');
    this.#spare = path.join(directory, 'b.img');
    mkdirSync(this.mountPoint);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, IMAGE_BYTES);
    execFileSync('mkfs.ext4', ['-q', '-F', '-i', '4096', this.#image]);
    this.#mount();
  }

  /**
   * What had reached the disk is copied while the system still holds the rest in memory; that copy is the
   * disk after the cut. Mounting it plays the file system's own journal back, as a start would.
   */
  cutPower(): void {
    copyFileSync(this.#image, this.#spare);
    this.#unmount();
    [this.#image, this.#spare] = [this.#spare, this.#image];
    rmSync(this.#spare, { force: true });
    this.#mount();
  }

  remove(): void {
    this.#unmount();
    for (const image of [this.#image, this.#spare]) rmSync(image, { force: true });
  }

  #mount(): void {
    execFileSync('mount', ['-o', 'loop', this.#image, this.mountPoint]);
    this.#isMounted = true;
  }

  #unmount(): void {
    if (!this.#isMounted) return;
    execFileSync('umount', [this.mountPoint]);
    this.#isMounted = false;
  }
}

/** Whether this system lets a disk image be mounted here. */
export function canMountImages(directory: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    new PowerDisk(directory).remove();
    return true;
  } catch {
    return false;
  }
}
