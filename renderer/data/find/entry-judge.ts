import { readSla } from '#shared/metrics/sla';
import type { TermsBook } from '#shared/metrics/terms';
import { termsBook } from '#shared/metrics/terms';
import type { Entry } from '../entry.ts';
import type { Projection } from '../projection.ts';
import { readTerms } from '../terms.ts';
import type { Wanted } from './entry-filter.ts';

/** Says of an entry what no index knows: it depends on the plan, or is rarely asked. */
export type EntryJudge = (entry: Entry) => boolean;

/** Null where nothing is asked but what rows and indexes tell. */
export async function judgeOf(db: Projection, wanted: Wanted): Promise<EntryJudge | null> {
  const { reworkedOnly, lateAtMs } = wanted;
  const judges: EntryJudge[] = [];
  if (reworkedOnly) judges.push(isReworked);
  if (lateAtMs !== null) {
    const terms = termsBook(await readTerms(db));
    judges.push((entry) => isLate(entry, terms, lateAtMs));
  }
  return judges.length > 0 ? (entry) => judges.every((judge) => judge(entry)) : null;
}

const isReworked = ({ reopenedCount, returnedAtMs }: Entry): boolean =>
  reopenedCount > 0 || returnedAtMs !== null;

/** Whether any promise to it was broken, or is by now. */
function isLate(entry: Entry, terms: TermsBook, nowMs: number): boolean {
  const { clock, slasAt } = terms.of(entry.memberId, entry.outcomeId);
  if (entry.requestedAtMs === null) return false;
  return slasAt(entry.requestedAtMs).some((sla) => {
    const state = readSla(entry, sla, clock, nowMs)?.state;
    return state === 'missed' || state === 'overdue';
  });
}
