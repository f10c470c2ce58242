import { useState } from 'react';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { finishReview } from '../../../services/reviews.ts';
import type { ReviewDesk } from '../../../services/reviews.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

interface FinishDialogProps {
  readonly desk: ReviewDesk;
  /** As they are on screen. */
  readonly figures: ReviewFigures;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** The one moment of a review: says what is kept and who hears of it. */
export function FinishDialog({ desk, figures, plan, onClose }: FinishDialogProps) {
  const [isBusy, setIsBusy] = useState(false);
  const count = desk.stored?.actions.length ?? 0;
  const name = plan.memberById.get(desk.ref.memberId)?.name;

  async function finish(): Promise<void> {
    setIsBusy(true);
    const saved = await finishReview(desk, figures, plan.memberById);
    setIsBusy(false);
    if (announceSaved(t('reviews.screen.finished'), saved)) onClose();
  }

  return (
    <ConfirmDialog
      isOpen
      title={t('reviews.screen.finishTitle')}
      text={[
        t('reviews.screen.finishFigures'),
        count > 0
          ? t('reviews.screen.finishActions', { count })
          : t('reviews.screen.finishNoActions'),
        ...(name === undefined ? [] : [t('reviews.screen.finishShared', { name })]),
      ].join(' ')}
      confirmLabel={t('reviews.screen.finish')}
      isBusy={isBusy}
      onConfirm={() => void finish()}
      onClose={onClose}
    />
  );
}
