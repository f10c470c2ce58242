import '../../../i18n/view-words.ts';
import { lazy, Suspense, useState } from 'react';
import type { Member } from '#shared/plan/member';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';

const InstructDialog = lazy(async () => {
  const { InstructDialog } = await import('./instruct-dialog.tsx');
  return { default: InstructDialog };
});

/** Asks something of a member, who says it back at the next check-in. */
export function InstructButton({ member }: { readonly member: Member }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('checkIn.instruction.giveTo', { name: member.name })}
        onClick={() => setIsOpen(true)}
      >
        {t('checkIn.instruction.give')}
      </Button>
      {isOpen && (
        <Suspense>
          <InstructDialog member={member} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
