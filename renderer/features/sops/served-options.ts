import type { SopHead } from '#shared/sops/draft-patch';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';

type Served = Pick<SopHead, 'roleId' | 'outcomeId'>;

export const roleOptions = (plan: Plan, chosenId: string): readonly Option[] => [
  { value: '', label: t('sops.editor.roleNone') },
  ...plan.roles
    .filter((role) => role.status !== 'dropped' || role.id === chosenId)
    .map(({ id, name }) => ({ value: id, label: name })),
];

/** The outcomes of the chosen role, or all where none is chosen. */
export const outcomeOptions = (plan: Plan, { roleId, outcomeId }: Served): readonly Option[] => [
  { value: '', label: t('sops.editor.outcomeNone') },
  ...plan.outcomes
    .filter(
      (outcome) =>
        outcome.id === outcomeId ||
        (!outcome.isArchived && (roleId === '' || outcome.roleId === roleId)),
    )
    .map(({ id, name }) => ({ value: id, label: name })),
];

/** Role and outcome agree: an outcome names its role, and another role lets an outcome of the first one go. */
export function servedBy(plan: Plan, served: Served, change: Partial<Served>): Partial<Served> {
  if (change.outcomeId !== undefined) {
    const roleId = plan.outcomeById.get(change.outcomeId)?.roleId ?? '';
    return roleId === '' ? change : { ...change, roleId };
  }
  const outcomeRoleId = plan.outcomeById.get(served.outcomeId)?.roleId ?? '';
  const isOther = change.roleId !== '' && outcomeRoleId !== change.roleId;
  return isOther && served.outcomeId !== '' ? { ...change, outcomeId: '' } : change;
}
