import '../../../i18n/view-words.ts';
import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CadenceKind } from '#shared/cadence/cadence';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';

const CadencesDialog = lazy(async () => {
  const { CadencesDialog } = await import('./cadences-dialog.tsx');
  return { default: CadencesDialog };
});

interface CadencesButtonProps {
  readonly plan: Plan;
  /** The manager who sets them. */
  readonly member: Member;
  /** What stands first when one is added. */
  readonly kind: CadenceKind;
  readonly nowMs: number;
}

const SET_UP: Readonly<Record<CadenceKind, () => string>> = {
  checkIn: () => t('checkIn.teamView.setUp'),
  weekly: () => t('reviews.home.schedule'),
  monthly: () => t('reviews.home.schedule'),
};

/** Opens when check-ins and reviews come round. */
export function CadencesButton({ plan, member, kind, nowMs }: CadencesButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isFirst = !plan.cadences.some((each) => each.kind === kind);
  return (
    <>
      <Button
        variant={isFirst ? 'primary' : 'quiet'}
        icon={<CalendarClock aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {isFirst ? SET_UP[kind]() : t('checkIn.teamView.times')}
      </Button>
      {isOpen && (
        <Suspense>
          <CadencesDialog
            plan={plan}
            member={member}
            kind={kind}
            nowMs={nowMs}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
