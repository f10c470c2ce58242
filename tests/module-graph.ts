import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Reached {
  /** Paths from the project's root. */
  readonly files: ReadonlySet<string>;
  /** Packages from the registry, by name. */
  readonly packages: ReadonlySet<string>;
}

const STATIC_IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm;

/** What a file fetches before its first line runs: what it imports, and what that imports. */
export function reachedFrom(root: string, start: string): Reached {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, wanted = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(
      STATIC_IMPORT,
    )) {
      if (wanted.startsWith('.')) waiting.push(path.join(path.dirname(file), wanted));
      else if (wanted.startsWith('#shared/')) waiting.push(`${wanted.slice(1)}.ts`);
      else packages.add(packageOf(wanted));
    }
  }
  return { files, packages };
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
