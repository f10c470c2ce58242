import { useMemo, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeviceDialog } from './device-dialog.tsx';
import type { DeviceRow } from './device-rows.ts';
import { needsAttention } from './device-rows.ts';
import { DevicesTable } from './devices-table.tsx';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

/** A team this small is seen whole: nothing to search. */
const SMALL = 12;

interface DevicesProps {
  readonly rows: readonly DeviceRow[];
  readonly names: Names;
}

/** Where each colleague's logs stand; of a large team those are found that are looked for. */
export function Devices({ rows, names }: DevicesProps) {
  const [find, setFind] = useState('');
  const [which, setWhich] = useState<'all' | 'attention'>('all');
  const [open, setOpen] = useState<string | null>(null);
  const attention = useMemo(() => rows.filter(needsAttention), [rows]);
  const shown = useMemo(
    () => (which === 'all' ? rows : attention).filter((row) => isFound(row, find, names)),
    [rows, attention, which, find, names],
  );
  return (
    <>
      {rows.length > SMALL && (
        <search className={css['find']}>
          <div className={css['findField']}>
            <TextField
              label={t('sync.devices.find')}
              isLabelHidden
              type="search"
              placeholder={t('sync.devices.find')}
              value={find}
              onChange={setFind}
            />
          </div>
          <Segmented
            label={t('sync.devices.which')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: t('sync.devices.all', { count: rows.length }) },
              {
                value: 'attention',
                label: t('sync.devices.attention', { count: attention.length }),
              },
            ]}
          />
        </search>
      )}
      <DevicesTable rows={shown} names={names} onOpen={({ keyId }) => setOpen(keyId)} />
      <DeviceDialog
        row={rows.find(({ keyId }) => keyId === open) ?? null}
        names={names}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

function isFound({ memberId, keyId }: DeviceRow, find: string, names: Names): boolean {
  const text = `${names.member(memberId)} ${names.device(keyId)}`.toLocaleLowerCase();
  return text.includes(find.trim().toLocaleLowerCase());
}
