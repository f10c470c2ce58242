import type { NameMapping, NameTarget } from '#shared/imports/mapping';
import { resolveTable } from '#shared/imports/resolve-draft';
import { useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useSession, useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/select.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeMapping } from './change-table.ts';
import { columnOf, columnOptions, optionOf } from './column-options.ts';
import { FieldRow } from './field-row.tsx';
import type { OpenTable } from './import-flow.ts';
import { MatchDialog } from './match-dialog.tsx';
import css from './name-rows.module.css';

interface NameRowProps {
  readonly table: OpenTable;
  readonly plan: Plan;
}

const NEW = 'new';
const REJECT = 'reject';

/** Which outcome each row is for: one for all, or as a column says. */
export function OutcomeRow({ table, plan }: NameRowProps) {
  const isManager = useSession((state) => state.seat === 'manager');
  const { mapping } = table;
  const { outcome } = mapping;
  const set = (next: NameMapping): void => changeMapping({ ...mapping, outcome: next });
  const newName =
    outcome.otherwise && 'newName' in outcome.otherwise ? outcome.otherwise.newName : null;
  const outcomes = plan.outcomes.filter((each) => !each.isArchived);
  const label = t('import.map.field.outcome');
  if (!isManager && outcomes.length === 0) {
    return (
      <FieldRow label={label} hint={t('import.map.noOutcome')}>
        {null}
      </FieldRow>
    );
  }
  return (
    <FieldRow label={label} isWide>
      {isManager && <ColumnSelect table={table} name={outcome} onChange={set} />}
      <Select
        label={otherwiseLabel(outcome)}
        value={outcomeOption(outcome.otherwise)}
        onChange={(option) => set({ ...outcome, otherwise: outcomeTarget(option, newName ?? '') })}
        options={[
          ...outcomes.map(({ id, name }) => ({ value: id, label: name })),
          ...(isManager ? [{ value: NEW, label: t('import.map.newOutcome') }] : []),
          ...rejectOption(outcome),
        ]}
      />
      {newName !== null && (
        <>
          <TextField
            label={t('import.map.newOutcomeName')}
            value={newName}
            maxLength={120}
            onChange={(name) => set({ ...outcome, otherwise: { newName: name } })}
          />
          <TextField
            label={t('import.map.unit')}
            value={mapping.unit}
            maxLength={40}
            onChange={(unit) => changeMapping({ ...mapping, unit })}
          />
        </>
      )}
      {isManager && <Matches table={table} plan={plan} kind="outcome" />}
    </FieldRow>
  );
}

/** Whose work each row is: one member's, or as a column says. An assistant's rows are their own. */
export function MemberRow({ table, plan }: NameRowProps) {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const { mapping } = table;
  const { member } = mapping;
  const set = (next: NameMapping): void => changeMapping({ ...mapping, member: next });
  const label = t('import.map.field.member');
  if (seat !== 'manager') {
    const { onlyNames } = mapping;
    const own = plan.memberById.get(memberId)?.name;
    return (
      <FieldRow
        label={label}
        hint={t(onlyNames === null ? 'import.map.ownOnly' : 'import.map.ownNamed')}
      >
        <p className={css['own']}>{own}</p>
        {table.ownNames && (
          <Segmented
            label={t('import.map.onlyMine')}
            size="sm"
            value={onlyNames === null ? 'all' : 'named'}
            onChange={(rows) =>
              changeMapping({
                ...mapping,
                onlyNames: rows === 'all' ? null : table.ownNames,
                member: {
                  ...member,
                  column: rows === 'all' ? null : (table.outline.meanings?.member ?? null),
                },
              })
            }
            options={[
              { value: 'named', label: t('import.map.onlyMineYes') },
              { value: 'all', label: t('import.map.onlyMineNo') },
            ]}
          />
        )}
      </FieldRow>
    );
  }
  return (
    <FieldRow label={label} isWide>
      <ColumnSelect table={table} name={member} onChange={set} />
      <Select
        label={otherwiseLabel(member)}
        value={member.otherwise && 'id' in member.otherwise ? member.otherwise.id : REJECT}
        onChange={(option) =>
          set({ ...member, otherwise: option === REJECT ? null : { id: option } })
        }
        options={[
          ...plan.members
            .filter((each) => !each.isGone)
            .map(({ id, name }) => ({ value: id, label: name })),
          ...rejectOption(member),
        ]}
      />
      <Matches table={table} plan={plan} kind="member" />
    </FieldRow>
  );
}

interface ColumnSelectProps {
  readonly table: OpenTable;
  readonly name: NameMapping;
  readonly onChange: (next: NameMapping) => void;
}

function ColumnSelect({ table, name, onChange }: ColumnSelectProps) {
  return (
    <Select
      label={t('import.map.byColumn')}
      value={optionOf(name.column)}
      onChange={(option) => onChange({ ...name, column: columnOf(option), matches: {} })}
      options={columnOptions(table.outline, t('import.map.oneForAll'))}
    />
  );
}

interface MatchesProps extends NameRowProps {
  readonly kind: 'member' | 'outcome';
}

/** How many names the column holds and how many of them are new; opens the list to match them by hand. */
function Matches({ table, plan, kind }: MatchesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { draft, mapping } = table;
  if (mapping[kind].column === null || !draft) return null;
  const resolved = resolveTable(draft, mapping, plan);
  const names = [...(kind === 'member' ? resolved.members : resolved.outcomes).byKey.values()];
  const newCount = names.filter(({ isNew }) => isNew).length;
  const all = t('import.map.names', { count: names.length });
  return (
    <div className={css['matches']}>
      <span>
        {newCount > 0
          ? t('import.map.namesNew', { names: all, count: newCount })
          : t('import.map.namesKnown', { names: all })}
      </span>
      <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
        {t('import.map.matchNames')}
      </Button>
      <MatchDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        table={table}
        plan={plan}
        kind={kind}
      />
    </div>
  );
}

const otherwiseLabel = (name: NameMapping): string =>
  t(name.column === null ? 'import.map.otherwise' : 'import.map.otherwiseEmpty');

/** Rows can only be rejected for an empty cell where there is a column. */
const rejectOption = (name: NameMapping): readonly Option[] =>
  name.column === null ? [] : [{ value: REJECT, label: t('import.map.rejectRow') }];

function outcomeOption(target: NameTarget | null): string {
  if (!target) return REJECT;
  return 'id' in target ? target.id : NEW;
}

function outcomeTarget(option: string, newName: string): NameTarget | null {
  if (option === REJECT) return null;
  return option === NEW ? { newName } : { id: option };
}
