import type { Pool, PoolClient } from 'pg';
import { type Audience, isAudience } from '#shared/stream/change';
import type { Judge } from './judge.ts';

export interface UnfoldedPlace {
  readonly workspace: string;
  readonly audience: Audience;
}

/** An audience that this unfolder alone works on until its transaction ends. */
export interface HeldAudience extends UnfoldedPlace {
  /** JSON of the facts by which its writers were judged when it was unfolded. */
  readonly judged_by: string;
  readonly is_stale: boolean;
}

/** What a writer's changes are judged by, by key and member. */
export type Facts = Readonly<Record<string, string>>;

/** Batches that a step begins with: a transaction that ends soon, so that listings are not held up. */
export const MOST_BATCHES = 64;
const MOST_STALE = 16;

export const placeKey = ({ workspace, audience }: UnfoldedPlace): string =>
  `${workspace}/${audience}`;

export const placeColumns = (places: readonly UnfoldedPlace[]): [string[], string[]] => [
  places.map(({ workspace }) => workspace),
  places.map(({ audience }) => audience),
];

export async function findWork(pool: Pool): Promise<readonly UnfoldedPlace[]> {
  const { rows } = await pool.query<UnfoldedPlace>({
    name: 'find-work',
    text: `(select workspace, audience from outlog.unfolded_audiences where is_stale limit ${MOST_STALE})
           union
           (select workspace, audience from
             (select workspace, audience from outlog.unfold_queue order by n limit ${MOST_BATCHES}) q)`,
  });
  return rows.filter(({ audience }) => isAudience(audience));
}

/** Those of the places that nobody else holds. */
export async function holdAudiences(
  client: PoolClient,
  places: readonly UnfoldedPlace[],
): Promise<readonly HeldAudience[]> {
  const values = placeColumns(places);
  await client.query({
    name: 'make-audiences',
    text: `insert into outlog.unfolded_audiences (workspace, audience)
           select * from unnest($1::text[], $2::text[]) as t(workspace, audience)
           order by workspace, audience on conflict do nothing`,
    values,
  });
  const { rows } = await client.query<HeldAudience>({
    name: 'hold-audiences',
    text: `select u.workspace, u.audience, u.judged_by, u.is_stale
           from outlog.unfolded_audiences u
           join unnest($1::text[], $2::text[]) as t(workspace, audience) using (workspace, audience)
           order by u.workspace, u.audience
           for update of u skip locked`,
    values,
  });
  return rows;
}

/** By audience. */
export async function factsOfWriters(
  client: PoolClient,
  judges: ReadonlyMap<string, Judge>,
  held: readonly HeldAudience[],
): Promise<ReadonlyMap<string, Facts>> {
  const { rows } = await client.query<UnfoldedPlace & { key_id: string; member: string }>({
    name: 'writers-of',
    text: `select distinct s.workspace, s.audience, s.key_id, s.member from outlog.streams s
           join unnest($1::text[], $2::text[]) as t(workspace, audience) using (workspace, audience)
           order by s.key_id, s.member`,
    values: placeColumns(held),
  });
  const facts = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const writer = { keyId: row.key_id, memberId: row.member };
    const ofPlace = facts.get(placeKey(row)) ?? {};
    ofPlace[`${writer.keyId}/${writer.memberId}`] =
      judges.get(row.workspace)?.factsOf(writer) ?? '';
    facts.set(placeKey(row), ofPlace);
  }
  return facts;
}

/** A writer who is new changes nothing about what the others wrote. */
export function isJudgedOtherwise(before: string, now: Facts): boolean {
  // Written by `noteFacts` alone.
  const known = JSON.parse(before) as Facts;
  return Object.entries(known).some(([writer, facts]) => now[writer] !== facts);
}

export async function noteFacts(
  client: PoolClient,
  held: readonly HeldAudience[],
  facts: ReadonlyMap<string, Facts>,
): Promise<void> {
  const noted = held
    .map((each) => ({ ...each, now: JSON.stringify(facts.get(placeKey(each)) ?? {}) }))
    .filter(({ judged_by, is_stale, now }) => is_stale || judged_by !== now);
  if (noted.length === 0) return;
  await client.query({
    name: 'note-facts',
    text: `update outlog.unfolded_audiences u set judged_by = t.judged_by, is_stale = false
           from unnest($1::text[], $2::text[], $3::text[]) as t(workspace, audience, judged_by)
           where u.workspace = t.workspace and u.audience = t.audience`,
    values: [...placeColumns(noted), noted.map(({ now }) => now)],
  });
}
