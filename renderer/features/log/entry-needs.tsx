import { waitedNeeds } from '#shared/deliverables/needs';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import css from './entry-detail.module.css';

/** What had to be done before an entry, by whom, and whether it is. */
export function EntryNeeds({ entry, plan }: { readonly entry: Entry; readonly plan: Plan }) {
  if (entry.needs.length === 0) return null;
  const waited = waitedNeeds(entry);
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('log.detail.needs')}</h3>
      <ul className={css['rows']}>
        {entry.needs.map((need) => (
          <li key={need.id}>
            <span className={css['promise']}>
              {need.title}
              <Badge tone={waited.includes(need) ? 'warn' : 'good'}>
                {waited.includes(need) ? t('log.detail.needOpen') : t('log.detail.needDone')}
              </Badge>
            </span>
            <span className={css['faint']}>
              {[
                plan.memberById.get(need.memberId)?.name,
                need.doneAtMs !== null && formatDateTime(need.doneAtMs, entry.zone),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
