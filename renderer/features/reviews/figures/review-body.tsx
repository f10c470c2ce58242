import type { ReviewFigures } from '#shared/cadence/review-figures';
import { ChangesSection } from './changes-section.tsx';
import css from './figures.module.css';
import { Headline } from './headline.tsx';
import { CheckInsSection, ReturnedSection, WeeksSection } from './month-sections.tsx';
import { OutputSection } from './output-section.tsx';
import { PrioritiesSection } from './priorities-section.tsx';
import { SuggestionsSection } from './suggestions-section.tsx';
import { LateSection, StuckSection } from './work-sections.tsx';

interface ReviewBodyProps {
  readonly figures: ReviewFigures;
  readonly zone: string;
}

/** All that a review shows, as it stands now or as it was kept: in the order in which it is talked about. */
export function ReviewBody({ figures, zone }: ReviewBodyProps) {
  return (
    <div className={css['sections']}>
      <Headline figures={figures} />
      <OutputSection figures={figures} />
      {figures.kind === 'monthly' && <WeeksSection figures={figures} />}
      <ChangesSection figures={figures} />
      <div className={css['halves']}>
        <StuckSection figures={figures} />
        <LateSection figures={figures} zone={zone} />
      </div>
      {figures.kind === 'weekly' && <PrioritiesSection figures={figures} />}
      {figures.kind === 'monthly' && (
        <div className={css['halves']}>
          <ReturnedSection figures={figures} />
          <CheckInsSection figures={figures} />
        </div>
      )}
      <SuggestionsSection figures={figures} />
    </div>
  );
}
