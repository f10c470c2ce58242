import type { ReviewFigures } from '#shared/cadence/review-figures';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import css from './figures.module.css';
import { SectionList } from './section-list.tsx';

const TONES = {
  waiting: 'warn',
  accepted: 'neutral',
  published: 'good',
  declined: 'neutral',
} as const;

/** What people would do better, and what became of it. */
export function SuggestionsSection({ figures }: { readonly figures: ReviewFigures }) {
  return (
    <SectionList
      title={t('reviews.suggestions.title')}
      items={figures.suggestions}
      leftOut={figures.leftOut['suggestions']}
      none={t(
        figures.kind === 'weekly' ? 'reviews.suggestions.none' : 'reviews.suggestions.noneOwn',
      )}
      keyOf={({ id }) => id}
    >
      {(item) => (
        <>
          <span className={css['said']}>{item.text}</span>
          <Badge tone={TONES[item.state]}>{t(`reviews.suggestions.${item.state}`)}</Badge>
          <span className={css['about']}>
            <button
              type="button"
              className={css['link']}
              aria-label={t('reviews.suggestions.decideOf', { title: item.sop })}
              onClick={() => go('sops', { sopId: item.sopId, side: 'suggestions' })}
            >
              {item.sop}
            </button>
            {` · ${item.member} · ${formatAgo(item.atMs, figures.asOfMs)}`}
          </span>
        </>
      )}
    </SectionList>
  );
}
