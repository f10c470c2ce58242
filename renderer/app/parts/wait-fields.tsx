import type { RefObject } from 'react';
import type { Block, BlockedOn } from '#shared/deliverables/deliverable';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './wait-fields.module.css';

/** On whom something waits, for what, and what would end it. */
export type WaitValues = Pick<Block, 'on' | 'whoId' | 'reason' | 'wanted'>;

interface WaitFieldsProps {
  readonly plan: Plan;
  /** Whose work it is: nobody waits for themselves by name. */
  readonly memberId: string;
  readonly wait: WaitValues;
  readonly wasTried: boolean;
  readonly reasonField: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  readonly onChange: (wait: WaitValues) => void;
  /** Enter in a line. */
  readonly onSubmit: () => void;
}

export function WaitFields({
  plan,
  memberId,
  wait,
  wasTried,
  reasonField,
  onChange,
  onSubmit,
}: WaitFieldsProps) {
  const people = peopleAsked(plan, memberId, wait.on);
  const submitOnEnter = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
  };
  return (
    <div className={css['stack']}>
      <Segmented
        label={t('log.form.on')}
        value={wait.on}
        onChange={(on) => onChange({ ...wait, on, whoId: '' })}
        options={BLOCKED_ON.map((value) => ({ value, label: t(`log.form.who.${value}`) }))}
      />
      {people.length > 0 && (
        <Combobox
          label={t('log.form.whoExactly')}
          placeholder={t('log.form.anybody')}
          value={wait.whoId || null}
          options={people.map(({ id, name, title }) => ({ value: id, label: name, hint: title }))}
          onChange={(id) => onChange({ ...wait, whoId: id ?? '' })}
        />
      )}
      <TextField
        label={t('log.form.reason')}
        description={t('log.form.reasonHint')}
        ref={reasonField}
        value={wait.reason}
        maxLength={1_000}
        error={wasTried && isWaitUnsaid(wait) ? t('log.form.reasonError') : undefined}
        onChange={(reason) => onChange({ ...wait, reason })}
        onKeyDown={submitOnEnter}
      />
      <TextField
        label={t('log.form.wanted')}
        description={t('log.form.wantedHint')}
        value={wait.wanted}
        maxLength={1_000}
        onChange={(wanted) => onChange({ ...wait, wanted })}
        onKeyDown={submitOnEnter}
      />
    </div>
  );
}

/** A wait without a reason helps nobody to end it. */
export const isWaitUnsaid = ({ reason }: WaitValues): boolean => reason.trim() === '';

/** Those of the team who can be meant; nobody of it where a client or a system is waited for. */
function peopleAsked(plan: Plan, memberId: string, on: BlockedOn): readonly Member[] {
  if (on !== 'manager' && on !== 'colleague') return [];
  const seat = on === 'manager' ? 'manager' : 'assistant';
  return plan.members.filter(
    (member) => member.seat === seat && !member.isGone && member.id !== memberId,
  );
}
