import { riskOccasions } from '#shared/notices/occasions';
import type { TermsBook } from '#shared/metrics/terms';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { currentTerms } from '../../data/terms.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import type { NamedOccasion } from './named-occasion.ts';

const held = new WeakMap<TermsBook, WeakMap<Entry, readonly NamedOccasion[]>>();

/**
 * When open work becomes at risk, by what is promised for it. An entry is the same object until it changes,
 * so that a change of one reckons that one alone.
 */
export function workOccasions(
  open: readonly Entry[],
  plan: Plan,
  nowMs: number,
): readonly NamedOccasion[] {
  const terms = currentTerms(plan);
  const byEntry = held.get(terms) ?? new WeakMap<Entry, readonly NamedOccasion[]>();
  held.set(terms, byEntry);
  return open.flatMap((entry) => {
    const known = byEntry.get(entry);
    if (known) return known;
    const reckoned = occasionsOf(entry, plan, terms, nowMs);
    byEntry.set(entry, reckoned);
    return reckoned;
  });
}

function occasionsOf(
  entry: Entry,
  plan: Plan,
  terms: TermsBook,
  nowMs: number,
): readonly NamedOccasion[] {
  const { memberId, outcomeId, requestedAtMs } = entry;
  const { clock, slasAt } = terms.of(memberId, outcomeId);
  const slas = requestedAtMs === null ? [] : slasAt(requestedAtMs);
  const unit = plan.outcomeById.get(outcomeId)?.unit ?? t('log.items');
  const title = workTitle(entry, unit);
  return riskOccasions(entry, { clock, slas, usualWorkMs: null }, nowMs).map(
    ({ key, kind, atMs, untilMs }) => ({
      key,
      kind,
      atMs,
      untilMs,
      title,
      namedAtMs: untilMs,
      route: { view: 'entries', params: { entry: entry.id, of: entry.audience } },
    }),
  );
}
