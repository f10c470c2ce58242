import type { Review, ReviewRef } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import type { Formats } from '#shared/exports/formats';
import { ExportMenu } from '../../app/parts/reports/export-menu.tsx';
import { reviewDocument } from '../../app/parts/reports/review-document.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { reviewTables } from './review-tables.ts';
import { daysWords, reviewWords } from './review-words.ts';

interface ReviewExportProps {
  readonly reviewRef: ReviewRef;
  readonly figures: ReviewFigures;
  readonly plan: Plan;
  /** What was said in it, as far as it has been written down. */
  readonly review: Review | null;
  readonly timeZone: string;
}

/** Takes a review out: as a report to send, as tables, as a picture. */
export function ReviewExport({ reviewRef, figures, plan, review, timeZone }: ReviewExportProps) {
  const names = {
    team: plan.workspace?.name ?? '',
    member: (id: string) => plan.memberById.get(id)?.name ?? t('reviews.gone'),
    timeZone,
  };
  return (
    <ExportMenu
      name={reviewWords(reviewRef, plan)}
      subtitle={daysWords(reviewRef)}
      // oxlint-disable-next-line typescript/require-await -- what the menu asks may have to be read elsewhere
      tables={async () => reviewTables(figures)}
      // oxlint-disable-next-line typescript/require-await -- the same
      report={async (formats: Formats) => reviewDocument(figures, review, names, formats)}
    />
  );
}
