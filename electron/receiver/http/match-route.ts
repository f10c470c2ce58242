import type { Route } from './route.ts';

/** Each part of a path has one spelling. Whatever is escaped, relative or longer finds nothing. */
export const PATH_PARTS = {
  workspace: '[a-z0-9-]{1,64}',
  stream: '[0-9a-f]{32}',
  epoch: '[0-9a-f]{8}',
  sha256: '[0-9a-f]{64}',
  hash: '[0-9a-f]{64}',
  audience: 'team|managers|m-[a-z0-9-]{1,64}',
  piece: 'p-\\d\\d-\\d\\d-[0-9a-f]{16}\\.piece',
  locator: '[0-9a-hjkmnp-tv-z]{4}',
} as const;

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
}

export interface RouteMatch {
  readonly route: Route;
  readonly part: Readonly<Record<string, string>>;
}

/** Finds the route of a path; `allowed` where there are only others' methods. */
export class RouteTable {
  readonly #compiled: readonly Compiled[];

  constructor(routes: readonly Route[]) {
    this.#compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  }

  find(method: string, path: string): RouteMatch | { readonly allowed: readonly string[] } {
    const allowed = new Set<string>();
    for (const { route, pattern } of this.#compiled) {
      const match = pattern.exec(path);
      if (match === null) continue;
      if (route.method === method || (route.method === 'GET' && method === 'HEAD')) {
        return { route, part: { ...match.groups } };
      }
      allowed.add(route.method);
      if (route.method === 'GET') allowed.add('HEAD');
    }
    return { allowed: [...allowed] };
  }
}

/** A part that nobody knows matches nothing. */
const patternOf = (path: string): RegExp => {
  const parts: ReadonlyMap<string, string> = new Map(Object.entries(PATH_PARTS));
  const pattern = path
    .replaceAll('.', '\\.')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${parts.get(name) ?? '(?!)'})`);
  return new RegExp(`^${pattern}$`);
};
