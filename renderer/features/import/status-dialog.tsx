import { stateOf } from '#shared/imports/draft-parts';
import { nameKey } from '#shared/imports/mapping';
import { WORK_STATES } from '#shared/imports/work-state';
import type { WorkState } from '#shared/imports/work-state';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import type { OpenTable } from './import-flow.ts';
import { NamesTable } from './names-table.tsx';

interface StatusDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly table: OpenTable;
}

/** Each status in the table, and how work with it stands here. */
export function StatusDialog({ isOpen, onClose, table }: StatusDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('import.match.statusTitle')}
      description={t('import.match.statusText')}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('import.match.done')}
        </Button>
      }
    >
      <StatusList table={table} />
    </Dialog>
  );
}

function StatusList({ table: { draft, mapping } }: { readonly table: OpenTable }) {
  const { status } = mapping;
  const match = (name: string, state: WorkState): void =>
    changeMapping({
      ...mapping,
      status: { ...status, matches: { ...status.matches, [nameKey(name)]: state } },
    });
  return (
    <NamesTable
      names={draft?.statuses ?? []}
      renderTarget={(name) => (
        <Select<WorkState>
          label={t('import.match.targetFor', { name })}
          isLabelHidden
          value={stateOf(name, status.matches)}
          onChange={(state) => match(name, state)}
          options={WORK_STATES.map((value) => ({
            value,
            label: t(`import.match.state.${value}`),
          }))}
        />
      )}
    />
  );
}
