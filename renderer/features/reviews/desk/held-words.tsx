import type { Review } from '#shared/cadence/review';
import { REVIEW_TOPICS } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from './desk.module.css';

interface HeldWordsProps {
  readonly review: Review;
  /** Null where they cannot be read. */
  readonly figures: ReviewFigures | null;
  /** Which of the agreed are done by now. */
  readonly doneIds: ReadonlySet<string>;
  readonly nameOf: (memberId: string) => string;
}

const TONES = { done: 'good', late: 'warn', open: 'neutral' } as const;
const STATES = {
  done: 'reviews.actions.doneOn',
  late: 'reviews.actions.lateThen',
  open: 'reviews.actions.openThen',
} as const;

/** What was said and agreed in a review that was held. */
export function HeldWords({ review, figures, doneIds, nameOf }: HeldWordsProps) {
  const notes = REVIEW_TOPICS[review.kind].filter((topic) => review.notes[topic] !== '');
  return (
    <>
      {figures && figures.actions.length > 0 && (
        <Panel title={t('reviews.actions.last')} note={figures.actions.length}>
          <ul>
            {figures.actions.map((action) => (
              <li key={action.id} className={css['agreed']}>
                <span className={css['said']}>
                  {action.text}
                  <span className={css['about']}>{action.owner}</span>
                </span>
                <Badge tone={TONES[action.state]}>{t(STATES[action.state])}</Badge>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('reviews.notes.title')}>
        {notes.length === 0 && <p className={css['none']}>{t('reviews.notes.none')}</p>}
        {notes.map((topic) => (
          <div key={topic} className={css['note']}>
            <h3>{t(`reviews.notes.${topic}`)}</h3>
            <p>{review.notes[topic]}</p>
          </div>
        ))}
      </Panel>
      <Panel title={t('reviews.decisions.title')} note={review.decisions.length || undefined}>
        {review.decisions.length === 0 && (
          <p className={css['none']}>{t('reviews.decisions.nothing')}</p>
        )}
        <ul>
          {review.decisions.map(({ id, text }) => (
            <li key={id} className={css['agreed']}>
              <span className={css['said']}>{text}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('reviews.actions.new')} note={review.actions.length || undefined}>
        {review.actions.length === 0 && (
          <p className={css['none']}>{t('reviews.decisions.nothing')}</p>
        )}
        <ul>
          {review.actions.map(({ id, text, ownerId, dueDay }) => (
            <li key={id} className={css['agreed']}>
              <span className={css['said']}>
                {text}
                <span className={css['about']}>
                  {nameOf(ownerId)}
                  {dueDay && ` · ${t('reviews.actions.by', { day: formatDay(dueDay) })}`}
                </span>
              </span>
              {doneIds.has(id) && <Badge tone="good">{t('reviews.actions.doneOn')}</Badge>}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
