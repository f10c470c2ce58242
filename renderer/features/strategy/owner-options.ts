import { personOptions } from '../../app/parts/person-options.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';

/** Everybody who can own something, nobody, and whoever owns it although they left. */
export function ownerOptions(plan: Plan, ownerId: string): readonly Option[] {
  const isUnknown = ownerId !== '' && !plan.memberById.has(ownerId);
  return [
    { value: '', label: t('strategy.nobody') },
    ...personOptions(plan.members, ownerId),
    ...(isUnknown ? [{ value: ownerId, label: t('strategy.unknownOwner') }] : []),
  ];
}
