import { type BatchListing, CURSOR_PATTERN } from '#shared/endpoint/protocol';
import type { AccessChange, ListQuery } from '../../receiver-store.ts';
import { type Arrival, listedOf } from './arrival.ts';

interface WorkspaceArrivals {
  readonly inOrder: Arrival[];
  readonly bySha256: Map<string, Arrival>;
  readonly paths: Set<string>;
  readonly access: (AccessChange & { readonly n: number })[];
}

/** What has arrived, in memory, by workspace and in the order of arrival. */
export class Arrivals {
  readonly #workspaces = new Map<string, WorkspaceArrivals>();

  add(arrival: Arrival): void {
    const held = this.#of(arrival.workspace);
    const { n, keyId, member, stream, access = [] } = arrival;
    held.inOrder.push(arrival);
    held.bySha256.set(arrival.sha256, arrival);
    held.paths.add(`${arrival.audience}/${arrival.path}`);
    for (const change of access) {
      held.access.push({ n, writer: { keyId, memberId: member }, stream, change });
    }
  }

  /** The same batch lies there under another name, too. */
  addPath(workspace: string, audience: string, path: string): void {
    this.#of(workspace).paths.add(`${audience}/${path}`);
  }

  hasPath = (workspace: string, audience: string, path: string): boolean =>
    this.#workspaces.get(workspace)?.paths.has(`${audience}/${path}`) ?? false;

  find(workspace: string, sha256: string): Arrival | null {
    return this.#workspaces.get(workspace)?.bySha256.get(sha256) ?? null;
  }

  accessAfter(workspace: string, version: number) {
    const access = this.#workspaces.get(workspace)?.access ?? [];
    const changes = access.slice(firstAfter(access, version));
    return { version: changes.at(-1)?.n ?? version, changes };
  }

  list(generation: string, { workspace, audiences, after, limit }: ListQuery): BatchListing {
    const inOrder = this.#workspaces.get(workspace)?.inOrder ?? [];
    const found: Arrival[] = [];
    const afterN = cursorNumber(after, generation);
    let reached = afterN;
    for (let at = firstAfter(inOrder, afterN); at < inOrder.length; at += 1) {
      const arrival = inOrder[at];
      if (!arrival) break;
      const isWanted = audiences === null || audiences.includes(arrival.audience);
      if (isWanted && found.length === limit) {
        return { items: found.map(listedOf), next: cursorOf(generation, reached), hasMore: true };
      }
      if (isWanted) found.push(arrival);
      reached = arrival.n;
    }
    return { items: found.map(listedOf), next: cursorOf(generation, reached), hasMore: false };
  }

  #of(workspace: string): WorkspaceArrivals {
    const held = this.#workspaces.get(workspace);
    if (held) return held;
    const made = { inOrder: [], bySha256: new Map(), paths: new Set<string>(), access: [] };
    this.#workspaces.set(workspace, made);
    return made;
  }
}

const cursorOf = (generation: string, n: number): string => `f.${generation}.${n}`;

/** 0, the beginning, for one of another store or of none. */
function cursorNumber(cursor: string | null, generation: string): number {
  if (cursor === null || !CURSOR_PATTERN.test(cursor)) return 0;
  const [kind, of, n = ''] = cursor.split('.');
  return kind === 'f' && of === generation && /^\d{1,15}$/.test(n) ? Number(n) : 0;
}

/** Where the first one after `n` stands; they ascend. */
function firstAfter(ascending: readonly { readonly n: number }[], n: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle]?.n ?? 0) <= n) low = middle + 1;
    else high = middle;
  }
  return low;
}
