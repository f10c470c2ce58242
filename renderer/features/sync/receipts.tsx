import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import type { SyncStatus } from '#shared/ipc';
import { useLive } from '../../data/live.ts';
import { allReceipts } from '../../data/receipts.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import type { ReceiptRow } from './receipt-rows.ts';
import { receiptRows, receiptText } from './receipt-rows.ts';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

const LATEST = 4;

interface ReceiptsProps {
  readonly sync: SyncStatus;
  readonly names: Names;
}

/** The latest words of others that something of ours arrived, and all of them behind a button. */
export function Receipts({ sync, names }: ReceiptsProps) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const [isOpen, setIsOpen] = useState(false);
  const receipts = useLive(allReceipts, []);
  if (!receipts) return <LoadingState />;
  const rows = receiptRows(receipts, sync.own);
  if (rows.length === 0) return <p className={css['muted']}>{t('sync.receipts.none')}</p>;
  return (
    <>
      <ul className={css['receipts']}>
        {rows.slice(0, LATEST).map((row) => (
          <li key={row.key} className={css['receipt']} title={formatDateTime(row.atMs)}>
            <CheckCheck size={14} aria-hidden />
            <span>
              {receiptText(row, names.member(row.memberId), nowMs)}{' '}
              <span className={css['faint']}>
                {t('sync.receipts.of', { readers: names.readers(row.own.audience) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > LATEST && (
        <div className={css['acts']}>
          <Button size="sm" onClick={() => setIsOpen(true)}>
            {t('sync.receipts.all', { count: rows.length })}
          </Button>
        </div>
      )}
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('sync.receipts.title')}
        description={t('sync.receipts.note')}
        size="lg"
      >
        <DataTable
          label={t('sync.receipts.title')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={columnsOf(names, nowMs)}
          empty={null}
        />
      </Dialog>
    </>
  );
}

const columnsOf = (names: Names, nowMs: number) => [
  {
    key: 'line',
    header: t('sync.receipts.who'),
    width: '3fr',
    render: (row: ReceiptRow) => receiptText(row, names.member(row.memberId), nowMs),
    sortValue: ({ memberId }: ReceiptRow) => names.member(memberId),
  },
  {
    key: 'readers',
    header: t('sync.readers.title'),
    width: '2fr',
    render: ({ own }: ReceiptRow) => names.readers(own.audience),
  },
];
