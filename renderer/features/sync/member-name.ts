import { useCallback } from 'react';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** A member's name by id; somebody of whom the plan has not told yet is `Somebody`. */
export function useMemberName(): (memberId: string) => string {
  const plan = usePlan();
  return useCallback(
    (memberId: string) => plan?.memberById.get(memberId)?.name ?? t('sync.unknownMember'),
    [plan],
  );
}
