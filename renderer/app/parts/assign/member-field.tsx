import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { useSessionOf } from '../../../state/session.ts';
import { Select } from '../../../ui/select.tsx';
import { memberOptions, receiversOf } from './choices.ts';

interface MemberFieldProps {
  readonly plan: Plan;
  /** Whose work it is, unless something else is meant. */
  readonly label?: string | undefined;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (memberId: string) => void;
}

/** Whose work it is to be. */
export function MemberField({ plan, label, value, error, onChange }: MemberFieldProps) {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const members = receiversOf(plan, seat, memberId);
  return (
    <Select
      label={label ?? t('assign.form.member')}
      placeholder={t('assign.form.chooseMember')}
      value={value || null}
      options={memberOptions(members)}
      error={error}
      onChange={onChange}
    />
  );
}
