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
    let hasMore = false;
    let at = placeAfter(inOrder, after, generation);
    for (; at < inOrder.length && !hasMore; at += 1) {
      const arrival = inOrder[at];
      if (!arrival || audiences?.includes(arrival.audience) === false) continue;
      if (found.length === limit) hasMore = true;
      else found.push(arrival);
    }
    const last = inOrder[hasMore ? at - 2 : at - 1];
    return { items: found.map(listedOf), next: cursorOf(generation, last), hasMore };
  }

  #of(workspace: string): WorkspaceArrivals {
    const held = this.#workspaces.get(workspace);
    if (held) return held;
    const made = { inOrder: [], bySha256: new Map(), paths: new Set<string>(), access: [] };
    this.#workspaces.set(workspace, made);
    return made;
  }
}

const cursorOf = (generation: string, last: Arrival | undefined): string =>
  `f.${generation}.${last ? `${last.n}.${checkOf(last)}` : '0.0'}`;

/** Says which arrival a number was given to: an older copy of the folder that was put back gives it again. */
const checkOf = ({ sha256 }: Arrival): string => sha256.slice(0, 8);

/** Where a listing goes on; at the beginning, for a cursor of another store or of none. */
function placeAfter(
  inOrder: readonly Arrival[],
  cursor: string | null,
  generation: string,
): number {
  if (cursor === null || !CURSOR_PATTERN.test(cursor)) return 0;
  const [kind, of, n = '', check] = cursor.split('.');
  if (kind !== 'f' || of !== generation || !/^\d{1,15}$/.test(n)) return 0;
  const at = firstAfter(inOrder, Number(n));
  const last = inOrder[at - 1];
  return last?.n === Number(n) && checkOf(last) === check ? at : 0;
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
