import { audienceMember, memberAudience } from '#shared/stream/change';
import type { Audience } from '#shared/stream/change';
import type { TermsSource } from '#shared/metrics/terms';
import { termsKey, termsOfMember } from '#shared/metrics/terms';
import { NO_TERMS } from './kept-terms.ts';
import { areTermsStale, writerMark } from './marks.ts';
import type { Projection } from './projection.ts';
import { remeasure } from './remeasure.ts';
import type { SegmentCache } from './segments/segment-cache.ts';
import { readTerms } from './terms.ts';

/**
 * Measures anew what was measured by other terms than the plan's: one transaction an audience. The mark
 * that says so goes last, so that the next start goes on where this one was cut off. Answers in how many
 * audiences anything was measured anew.
 */
export async function retune(db: Projection, cache: SegmentCache): Promise<number> {
  let count = 0;
  while (await areTermsStale(db)) {
    const source = await readTerms(db);
    const held = new Map((await db.terms.toArray()).map((each) => [each.audience, each.source]));
    for (const audience of await memberAudiences(db, source)) {
      // Most of a large team's stay as they are; what changes meanwhile is marked, and looked at again.
      const wanted = termsOfMember(source, audienceMember(audience) ?? '');
      if (JSON.stringify(held.get(audience)) === JSON.stringify(wanted)) continue;
      if (await retuneAudience(db, audience, source, cache)) count += 1;
    }
    await settle(db, source);
  }
  return count;
}

/**
 * Gives audiences without any work the plan's terms, which costs next to nothing: what arrives of them
 * now is measured once.
 */
export async function adoptTerms(db: Projection, cache: SegmentCache): Promise<void> {
  if (!(await areTermsStale(db))) return;
  const source = await readTerms(db);
  const audiences = await memberAudiences(db, source);
  const { terms, cursors, marks } = db;
  await db.transaction('rw', [terms, cursors, marks], async () => {
    const begun = new Set((await cursors.toArray()).map(({ audience }) => audience));
    await terms.bulkPut(
      audiences
        .filter((audience) => !begun.has(audience))
        .map((audience) => ({
          audience,
          source: termsOfMember(source, audienceMember(audience) ?? ''),
        })),
    );
    cache.trust(await writerMark(db));
    // What was folded ahead was measured by what was stored before.
    cache.clear();
    await marks.put(cache.nextMark());
  });
}

/** How many deliverables there are to measure at most. */
export async function countWork(db: Projection): Promise<number> {
  const [rows, shelves] = await Promise.all([db.deliverables.count(), db.shelves.toArray()]);
  const packed = shelves.flatMap(({ segments }) => segments.map(({ count }) => count));
  return packed.reduce((sum, count) => sum + count, rows);
}

/** Of every member, those without work included, and of whoever's work there is besides. */
async function memberAudiences(db: Projection, source: TermsSource): Promise<Audience[]> {
  const [cursors, terms] = await Promise.all([db.cursors.toArray(), db.terms.toArray()]);
  const ofWork = [...cursors, ...terms].map(({ audience }) => audience);
  const ofMembers = Object.keys(source.members).map(memberAudience);
  return [...new Set([...ofMembers, ...ofWork])].filter((each) => audienceMember(each) !== null);
}

async function retuneAudience(
  db: Projection,
  audience: Audience,
  source: TermsSource,
  cache: SegmentCache,
): Promise<boolean> {
  const memberId = audienceMember(audience) ?? '';
  const wanted = termsOfMember(source, memberId);
  const { terms, packs, deliverables, shelves, marks } = db;
  const tables = [terms, packs, deliverables, shelves, marks];
  try {
    return await db.transaction('rw', tables, async () => {
      const stored = await terms.get(audience);
      if (stored && JSON.stringify(stored.source) === JSON.stringify(wanted)) return false;
      const isAffected = affected(stored?.source ?? NO_TERMS, wanted, memberId);
      const isChanged = isAffected && (await remeasure(db, audience, wanted, isAffected));
      await terms.put({ audience, source: wanted });
      cache.trust(await writerMark(db));
      cache.terms.doubt();
      await marks.put(cache.nextMark());
      return isChanged ?? false;
    });
  } catch (error) {
    cache.clear();
    throw error;
  }
}

/** Whether work for an outcome is measured differently now; null where none is. */
function affected(
  before: TermsSource,
  after: TermsSource,
  memberId: string,
): ((outcomeId: string) => boolean) | null {
  const known = new Map<string, boolean>();
  const isAffected = (outcomeId: string): boolean => {
    const held = known.get(outcomeId);
    if (held !== undefined) return held;
    const keyIn = (source: TermsSource): string => termsKey(source, memberId, outcomeId);
    const isOther = keyIn(before) !== keyIn(after);
    known.set(outcomeId, isOther);
    return isOther;
  };
  const named = [before, after].flatMap(({ outcomes }) => Object.keys(outcomes));
  return [...named, OTHERS].some(isAffected) ? isAffected : null;
}

/** Stands for all outcomes that have no terms of their own. */
const OTHERS = '';

/** Takes the mark away, unless the plan or an outage has changed since. */
async function settle(db: Projection, source: TermsSource): Promise<void> {
  await db.transaction('rw', [db.plan, db.outages, db.marks], async () => {
    const now = await readTerms(db);
    if (JSON.stringify(now) === JSON.stringify(source)) await db.marks.delete('staleTerms');
  });
}
