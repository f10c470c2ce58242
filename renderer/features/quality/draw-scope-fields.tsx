import type { StratifiedBy } from '#shared/quality/quality-sample';
import { STRATIFIED_BY } from '#shared/quality/quality-sample';
import { personOptions } from '../../app/parts/person-options.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DrawValues } from './draw-values.ts';
import css from './draw.module.css';

interface ScopeFieldsProps {
  readonly plan: Plan;
  readonly values: DrawValues;
  readonly daysError: string | undefined;
  readonly onChange: (part: Partial<DrawValues>) => void;
}

/** Which finished work is drawn from. */
export function ScopeFields({ plan, values, daysError, onChange }: ScopeFieldsProps) {
  const outcomes = plan.outcomes.filter(
    ({ id, isArchived }) => !isArchived || id === values.outcomeId,
  );
  return (
    <>
      <div className={css['pair']}>
        <TextField
          type="date"
          label={t('quality.draw.from')}
          value={values.fromDay}
          onChange={(fromDay) => onChange({ fromDay })}
        />
        <TextField
          type="date"
          label={t('quality.draw.to')}
          value={values.toDay}
          error={daysError}
          onChange={(toDay) => onChange({ toDay })}
        />
      </div>
      <div className={css['pair']}>
        <Select
          label={t('quality.draw.member')}
          value={values.memberId}
          options={[
            { value: '', label: t('quality.draw.everybody') },
            ...personOptions(plan.members, values.memberId),
          ]}
          onChange={(memberId) => onChange({ memberId, ...withoutShares(values, 'member') })}
        />
        <Select
          label={t('quality.draw.outcome')}
          value={values.outcomeId}
          options={[
            { value: '', label: t('quality.draw.allOutcomes') },
            ...outcomes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(outcomeId) => onChange({ outcomeId, ...withoutShares(values, 'outcome') })}
        />
      </div>
      <Select
        label={t('quality.draw.stratify')}
        value={values.stratifiedBy}
        options={sharesOf(values).map((value) => ({ value, label: t(SHARE_WORDS[value]) }))}
        onChange={(stratifiedBy) => onChange({ stratifiedBy })}
      />
    </>
  );
}

const SHARE_WORDS = {
  none: 'quality.draw.none',
  member: 'quality.draw.byMember',
  outcome: 'quality.draw.byOutcome',
} as const;

/** Of one member's work there is no share of each member. */
const sharesOf = ({ memberId, outcomeId }: DrawValues): readonly StratifiedBy[] =>
  STRATIFIED_BY.filter(
    (by) => (by !== 'member' || memberId === '') && (by !== 'outcome' || outcomeId === ''),
  );

const withoutShares = ({ stratifiedBy }: DrawValues, of: StratifiedBy): Partial<DrawValues> =>
  stratifiedBy === of ? { stratifiedBy: 'none' } : {};
