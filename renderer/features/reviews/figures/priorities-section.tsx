import type { PriorityFigure, WeeklyFigures } from '#shared/cadence/review-figures';
import { formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { amountWords } from './amount-words.ts';
import css from './figures.module.css';
import { SectionList } from './section-list.tsx';

/** What matters this quarter and how far it has come: what the next days are held against. */
export function PrioritiesSection({ figures }: { readonly figures: WeeklyFigures }) {
  return (
    <SectionList
      title={t('reviews.priorities.title')}
      items={figures.priorities}
      leftOut={figures.leftOut['priorities']}
      none={t('reviews.priorities.none')}
      keyOf={({ id }) => id}
    >
      {(priority) => (
        <>
          <button
            type="button"
            className={css['link']}
            onClick={() => go('strategy', { item: priority.id })}
          >
            {priority.name}
          </button>
          <span className={css['side']}>{progressWords(priority)}</span>
          {priority.keyResults.map((keyResult) => (
            <span key={keyResult.id} className={css['about']}>
              {keyResult.name}
              {': '}
              {keyResult.value === null
                ? t('reviews.priorities.noValue')
                : amountWords(keyResult, keyResult.value, figures.currency)}
              {keyResult.target !== null &&
                ` / ${amountWords(keyResult, keyResult.target, figures.currency)}`}{' '}
              {keyResult.isBehind && <Badge tone="warn">{t('reviews.priorities.behind')}</Badge>}
            </span>
          ))}
        </>
      )}
    </SectionList>
  );
}

const progressWords = ({ ratio, expectedRatio }: PriorityFigure): string =>
  ratio === null
    ? t('reviews.priorities.unmeasured')
    : t('reviews.priorities.progress', {
        ratio: formatRatio(ratio, 0),
        expected: expectedRatio === null ? '–' : formatRatio(expectedRatio, 0),
      });
