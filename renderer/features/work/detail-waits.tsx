import { waitedFor } from '#shared/metrics/timings';
import { t } from '../../i18n/text.ts';
import type { Work } from './use-work.ts';
import type { WorkItem } from './work-item.ts';
import css from './work-detail.module.css';
import { workLength } from './work-words.ts';

interface DetailWaitsProps {
  readonly item: WorkItem;
  readonly work: Work;
}

/** The blocker clock: how much working time went by waiting, and for whom. */
export function DetailWaits({ item: { entry, block }, work }: DetailWaitsProps) {
  if (entry.blocks.length === 0) return null;
  const { clock } = work.terms.of(entry.memberId, entry.outcomeId);
  const waits = [...waitedFor(entry, clock, work.nowMs)].toSorted(([, a], [, b]) => b - a);
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('work.detail.waits')}</h3>
      <ul className={css['rows']}>
        {waits.map(([on, ms]) => (
          <li key={on} className={css['fact']} data-now={block?.on === on || undefined}>
            <span className={css['factName']}>{t(`log.form.who.${on}`)}</span>
            <span>
              {workLength(ms)}
              {block?.on === on && (
                <span className={css['faint']}>
                  {' '}
                  · {block.reason || t('work.detail.stillWaiting')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
