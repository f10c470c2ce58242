import type { FileSystem } from '../../../../electron/sync/file-system.ts';
import { failingFiles } from './failing-files.ts';

/** Calls on the paths that never come back. */
export function hangingFiles(isHanging: (path: string) => boolean): FileSystem {
  const honest = failingFiles(() => null);
  return new Proxy(honest, {
    get:
      (target, name: keyof FileSystem) =>
      (path: string, ...rest: readonly unknown[]): unknown =>
        isHanging(path)
          ? new Promise(() => undefined)
          : Reflect.apply(target[name], target, [path, ...rest]),
  });
}
