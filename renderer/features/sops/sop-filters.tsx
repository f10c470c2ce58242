import { memo } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { limitSops, useSopLimits, useSopList } from '../../state/sop-list.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './sop-list.module.css';

const STAGES = ['draft', 'inReview', 'sentBack', 'published', 'changed'] as const;

interface SopFiltersProps {
  readonly plan: Plan;
  readonly overdueCount: number;
  readonly hasArchived: boolean;
}

/** What the list is limited to. A letter that is looked for draws nothing of it but its own field. */
export const SopFilters = memo(function SopFilters({
  plan,
  overdueCount,
  hasArchived,
}: SopFiltersProps) {
  const limits = useSopLimits();
  return (
    <search className={css['bar']}>
      <div className={css['find']}>
        <FindField />
      </div>
      <Choice
        label={t('sops.column.state')}
        all={t('sops.anyState')}
        value={limits.stage}
        options={STAGES.map((value) => ({ value, label: t(`sopVersions.stage.${value}`) }))}
        onChange={(stage) => limitSops({ stage })}
      />
      <Choice
        label={t('sops.editor.role')}
        all={t('sops.editor.roleNone')}
        value={limits.roleId}
        options={namedOptions(plan.roles)}
        onChange={(roleId) => limitSops({ roleId })}
      />
      <Choice
        label={t('sops.column.outcome')}
        all={t('sops.anyOutcome')}
        value={limits.outcomeId}
        options={namedOptions(plan.outcomes.filter((outcome) => !outcome.isArchived))}
        onChange={(outcomeId) => limitSops({ outcomeId })}
      />
      <Choice
        label={t('sops.column.owner')}
        all={t('sops.anyOwner')}
        value={limits.ownerId}
        options={namedOptions(plan.members.filter((member) => !member.isGone))}
        onChange={(ownerId) => limitSops({ ownerId })}
      />
      {(overdueCount > 0 || limits.isOverdueOnly) && (
        <Checkbox
          label={t('sops.overdueOnly', { count: overdueCount })}
          checked={limits.isOverdueOnly}
          onChange={(isOverdueOnly) => limitSops({ isOverdueOnly })}
        />
      )}
      {hasArchived && (
        <Checkbox
          label={t('sops.showArchived')}
          checked={limits.isArchivedShown}
          onChange={(isArchivedShown) => limitSops({ isArchivedShown })}
        />
      )}
    </search>
  );
});

function FindField() {
  const query = useSopList((list) => list.query);
  return (
    <TextField
      label={t('sops.find')}
      isLabelHidden
      type="search"
      placeholder={t('sops.findHint')}
      value={query}
      onChange={(next) => limitSops({ query: next })}
    />
  );
}

const namedOptions = (
  all: readonly { readonly id: string; readonly name: string }[],
): readonly Option[] => all.map(({ id, name }) => ({ value: id, label: name }));

interface ChoiceProps {
  readonly label: string;
  /** How no limit is called. */
  readonly all: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** Left out where there is nothing to choose from. */
function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <div className={css['choice']}>
      <Select
        label={label}
        isLabelHidden
        value={value}
        options={[{ value: '', label: all }, ...options]}
        onChange={onChange}
      />
    </div>
  );
}
