import type { NameTarget } from '#shared/imports/mapping';
import { nameKey } from '#shared/imports/mapping';
import { resolveTable } from '#shared/imports/resolve-draft';
import type { NameCount } from '#shared/imports/resolve-names';
import type { Plan } from '../../data/plan.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import type { OpenTable } from './import-flow.ts';

interface MatchDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly table: OpenTable;
  readonly plan: Plan;
  readonly kind: 'member' | 'outcome';
}

const NEW = 'new';

/** Each name in a column, and what it stands for here. */
export function MatchDialog({ isOpen, onClose, table, plan, kind }: MatchDialogProps) {
  const { draft } = table;
  const names = (kind === 'member' ? draft?.memberNames : draft?.outcomeNames) ?? [];
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t(`import.match.${kind}Title`)}
      description={t(`import.match.${kind}Text`)}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('import.match.done')}
        </Button>
      }
    >
      <DataTable
        label={t(`import.match.${kind}Title`)}
        rows={names}
        columns={columnsOf(table, plan, kind)}
        rowKey={({ name }) => name}
        empty={null}
      />
    </Dialog>
  );
}

function columnsOf(
  { mapping, draft }: OpenTable,
  plan: Plan,
  kind: 'member' | 'outcome',
): readonly Column<NameCount>[] {
  const resolved = draft && resolveTable(draft, mapping, plan);
  const byKey = (kind === 'member' ? resolved?.members : resolved?.outcomes)?.byKey;
  const known =
    kind === 'member'
      ? plan.members.filter((each) => !each.isGone)
      : plan.outcomes.filter((each) => !each.isArchived);
  const match = (name: string, to: NameTarget): void => {
    const { matches } = mapping[kind];
    changeMapping({
      ...mapping,
      [kind]: { ...mapping[kind], matches: { ...matches, [nameKey(name)]: to } },
    });
  };
  return [
    { key: 'name', header: t('import.match.name'), render: ({ name }) => name },
    {
      key: 'rows',
      header: t('import.match.rows'),
      width: 72,
      align: 'end',
      render: ({ count }) => formatNumber(count),
    },
    {
      key: 'target',
      header: t('import.match.target'),
      width: 260,
      render: ({ name }) => {
        const target = byKey?.get(nameKey(name));
        return (
          <Select
            label={t('import.match.targetFor', { name })}
            isLabelHidden
            value={target && target.state === 'known' ? target.id : NEW}
            onChange={(option) => match(name, option === NEW ? { newName: name } : { id: option })}
            options={[
              { value: NEW, label: t('import.match.new', { name }) },
              ...known.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        );
      },
    },
  ];
}
