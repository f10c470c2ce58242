import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import css from './cadences.module.css';

interface ParticipantFieldsProps {
  readonly plan: Plan;
  /** Named people rather than every assistant. */
  readonly isChosen: boolean;
  readonly memberIds: readonly string[];
  readonly error: string | undefined;
  readonly onChosen: (isChosen: boolean) => void;
  readonly onChange: (memberIds: readonly string[]) => void;
}

/** Every assistant, or those who are ticked. */
export function ParticipantFields({
  plan,
  isChosen,
  memberIds,
  error,
  onChosen,
  onChange,
}: ParticipantFieldsProps) {
  const members = plan.members.filter(({ id, isGone }) => !isGone || memberIds.includes(id));
  return (
    <fieldset className={css['people']}>
      <legend className={css['legend']}>{t('checkIn.cadence.form.who')}</legend>
      <Checkbox
        label={t('checkIn.cadence.form.everybody')}
        checked={!isChosen}
        onChange={(isEverybody) => onChosen(!isEverybody)}
      />
      {isChosen && (
        <div className={css['names']}>
          {members.map(({ id, name, title }) => (
            <Checkbox
              key={id}
              label={name}
              description={title || undefined}
              checked={memberIds.includes(id)}
              onChange={(isIn) =>
                onChange(isIn ? [...memberIds, id] : memberIds.filter((each) => each !== id))
              }
            />
          ))}
        </div>
      )}
      {error !== undefined && (
        <p role="alert" className={css['error']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
