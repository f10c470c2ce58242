import type { LateFigure, ReviewFigures, StuckFigure } from '#shared/cadence/review-figures';
import { formatDateTime, formatDuration } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { openWork } from './figure-period.ts';
import css from './figures.module.css';
import { SectionList } from './section-list.tsx';

/** What waits, for whom and how long, and what waits behind it. */
export function StuckSection({ figures }: { readonly figures: ReviewFigures }) {
  return (
    <SectionList
      title={t('reviews.stuck.title')}
      items={figures.stuck}
      leftOut={figures.leftOut['stuck']}
      none={t('reviews.stuck.none')}
      keyOf={({ id }) => id}
    >
      {(item) => (
        <>
          <WorkLink work={item} />
          <span className={css['side']}>
            <Badge tone={item.on === 'manager' ? 'bad' : 'warn'}>{onWhom(item)}</Badge>{' '}
            {t('reviews.stuck.since', {
              length: formatDuration(Math.max(0, figures.asOfMs - item.sinceMs)),
            })}
          </span>
          <span className={css['about']}>
            {[item.member, item.outcome, item.reason].filter((text) => text !== '').join(' · ')}
          </span>
          {item.behind.length > 0 && (
            <span className={css['about']}>
              {t('reviews.stuck.behind', {
                count: item.behind.length,
                names: item.behind.slice(0, NAMED).join(', '),
              })}
            </span>
          )}
        </>
      )}
    </SectionList>
  );
}

const NAMED = 3;

const onWhom = ({ on, who }: StuckFigure): string =>
  who ? t('reviews.stuck.onWho', { who }) : t(`reviews.stuck.on.${on}`);

interface LateSectionProps {
  readonly figures: ReviewFigures;
  /** In which the times are told. */
  readonly zone: string;
}

/** What is past its time, or will be unless it is taken up now. */
export function LateSection({ figures, zone }: LateSectionProps) {
  return (
    <SectionList
      title={t('reviews.late.title')}
      items={figures.late}
      leftOut={figures.leftOut['late']}
      none={t('reviews.late.none')}
      keyOf={({ id }) => id}
    >
      {(item) => (
        <>
          <WorkLink work={item} />
          <span className={css['side']} data-late={item.isOverdue || undefined}>
            {t(item.isOverdue ? 'reviews.late.overdue' : 'reviews.late.atRisk', {
              when: formatDateTime(item.dueAtMs, zone),
            })}
          </span>
          <span className={css['about']}>{`${item.member} · ${item.outcome}`}</span>
        </>
      )}
    </SectionList>
  );
}

function WorkLink({ work }: { readonly work: StuckFigure | LateFigure }) {
  return (
    <button
      type="button"
      className={css['workLink']}
      data-tooltip={t('reviews.stuck.open', { title: work.title })}
      onClick={() => openWork(work)}
    >
      {work.title}
    </button>
  );
}
