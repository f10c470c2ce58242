import { ArrowLeft } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';

/** The way to all reviews: also where a review was come to from elsewhere. */
export function BackButton() {
  return (
    <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onClick={() => go('reviews')}>
      {t('reviews.screen.back')}
    </Button>
  );
}
