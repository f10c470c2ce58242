import '../../../i18n/view-words.ts';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { whyReturned } from '#shared/quality/quality-check';
import { memberAudience } from '#shared/stream/change';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { checksOfDeliverable } from '../../../data/quality/samples.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './told.module.css';

export interface VerdictListProps {
  readonly plan: Plan;
  readonly entry: Pick<Deliverable, 'id' | 'memberId' | 'zone'>;
}

/** What was said of an entry when it was drawn at random; nothing where it never was. */
export function VerdictList({ plan, entry: { id, memberId, zone } }: VerdictListProps) {
  const checks = useLive(
    async () => await checksOfDeliverable(memberAudience(memberId), id),
    [memberId, id],
  );
  if (!checks || checks.length === 0) return null;
  return (
    <section className={css['section']}>
      <h3 className={css['title']}>{t('quality.told.section')}</h3>
      <ul className={css['list']}>
        {checks.map((check) => (
          <li key={check.id} className={css['line']}>
            <span>
              {t('quality.told.verdict', {
                verdict: t(`quality.review.${check.verdict}`),
                name: plan.memberById.get(check.checkedById)?.name ?? '',
                when: formatDateTime(check.checkedAtMs, zone),
              })}
            </span>
            {whyReturned(check) !== '' && <span className={css['why']}>{whyReturned(check)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
