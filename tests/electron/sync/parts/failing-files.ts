import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, nodeFileSystem } from '../../../../electron/sync/file-system.ts';

export interface FileCall {
  /** `rename`, or of an open file `handle.sync`. */
  readonly name: string;
  readonly path: string;
}

/** The code a call fails with, such as `EIO`, or null where it goes through. */
export type FailWith = (call: FileCall) => string | null;

/** The real file system, with a word in each call. */
export function failingFiles(failWith: FailWith): FileSystem {
  return new Proxy(nodeFileSystem, {
    get:
      (target, name: keyof FileSystem) =>
      async (...args: readonly unknown[]) => {
        const path = String(args[0]);
        refuse(failWith, { name, path });
        // The proxy passes on what it was given: the types are those of the real call.
        const call = target[name] as (...each: readonly unknown[]) => Promise<unknown>;
        const result = await call(...args);
        return name === 'open' ? failingHandle(result as FileHandle, path, failWith) : result;
      },
  });
}

const failingHandle = (handle: FileHandle, path: string, failWith: FailWith): FileHandle =>
  new Proxy(handle, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...args: readonly unknown[]) => {
        if (name !== 'close') refuse(failWith, { name: `handle.${String(name)}`, path });
        return await (Reflect.apply(member, target, args) as Promise<unknown>);
      };
    },
  });

function refuse(failWith: FailWith, call: FileCall): void {
  const code = failWith(call);
  if (code === null) return;
  throw Object.assign(new Error(`${code}: ${call.name} ${call.path}`), { code });
}
