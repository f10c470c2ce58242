import { lastCountedDay, odditiesOf } from '#shared/deliverables/oddities';
import type { Oddity } from '#shared/deliverables/oddities';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { currencyOf } from '#shared/plan/workspace';
import type { OddBy } from '../../data/find/entry-filter.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import '../../i18n/view-words.ts';
import { today } from '../../services/clock.ts';
import { Badge } from '../../ui/badge.tsx';
import { Callout } from '../../ui/callout.tsx';

/** By what an entry is odd now, wherever it is shown or looked for. */
export const oddBy = ({ workspace }: Pick<Plan, 'workspace'>): OddBy => ({
  currencies: workspace?.currencies ?? [''],
  lastDay: lastCountedDay(today('UTC')),
});

interface OddEntryProps {
  readonly entry: Deliverable;
  readonly plan: Plan;
}

/** A mark beside an entry that cannot be right, with what is left out of which figure; nothing beside others. */
export function OddMark({ entry, plan }: OddEntryProps) {
  const reasons = reasonsOf(entry, plan);
  if (reasons.length === 0) return null;
  return (
    <span data-tooltip={reasons.join(' ')}>
      <Badge tone="warn">{t('attention.odd.title')}</Badge>
    </span>
  );
}

/** Why an entry cannot be right, in full; nothing of others. */
export function OddNote({ entry, plan }: OddEntryProps) {
  const reasons = reasonsOf(entry, plan);
  if (reasons.length === 0) return null;
  return (
    <Callout tone="warn" title={t('attention.odd.noteTitle')}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Callout>
  );
}

function reasonsOf(entry: Deliverable, plan: Plan): readonly string[] {
  const { currencies, lastDay } = oddBy(plan);
  return odditiesOf(entry, currencies, lastDay).map((odd) => reasonText(odd, entry, plan));
}

const reasonText = (odd: Oddity, { currency }: Deliverable, { workspace }: Plan): string =>
  odd === 'currency'
    ? t('attention.odd.why.currency', { currency: currencyOf(workspace, currency) })
    : t(`attention.odd.why.${odd}`);
