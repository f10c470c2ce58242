import { Check, HelpCircle, Undo2 } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './review.module.css';
import type { DrawnItem } from './use-review.ts';
import { canAccept } from './use-review.ts';
import type { ReviewActs } from './use-review-keys.ts';

interface VerdictBarProps {
  readonly item: DrawnItem;
  readonly isSaving: boolean;
  readonly acts: ReviewActs;
}

/** The three verdicts, each with its key. */
export function VerdictBar({ item, isSaving, acts }: VerdictBarProps) {
  return (
    <div role="group" aria-label={t('quality.review.state')} className={css['verdicts']}>
      <Button
        variant="primary"
        icon={<Check size={15} aria-hidden />}
        shortcut="A"
        isBusy={isSaving}
        isDisabled={!canAccept(item)}
        onClick={acts.accept}
      >
        {t('quality.review.accept')}
      </Button>
      <Button
        icon={<Undo2 size={15} aria-hidden />}
        shortcut="R"
        isDisabled={item.work === null}
        onClick={acts.sendBack}
      >
        {t('quality.review.return')}
      </Button>
      <Button
        variant="quiet"
        icon={<HelpCircle size={15} aria-hidden />}
        shortcut="S"
        isDisabled={item.work === null}
        onClick={acts.skip}
      >
        {t('quality.review.skip')}
      </Button>
      <span className={css['keys']}>
        <Button size="sm" variant="quiet" shortcut="↑" onClick={() => acts.move(-1)}>
          {t('quality.review.previous')}
        </Button>
        <Button size="sm" variant="quiet" shortcut="↓" onClick={() => acts.move(1)}>
          {t('quality.review.next')}
        </Button>
      </span>
    </div>
  );
}
