import { dayIn } from '#shared/day';
import type { Client } from '#shared/plan/workspace';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatPlace } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { outcomesFor } from '../../services/clients.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import css from './calendars-tab.module.css';
import type { ClientInDialog } from './client-dialog.tsx';
import { ZoneNow } from './zone-now.tsx';

interface ClientsTabProps {
  readonly plan: Plan;
  readonly nowMs: number;
  readonly onDialog: (client: ClientInDialog) => void;
}

interface ClientRow {
  readonly client: Client;
  readonly outcomes: string;
}

/** Whom the team works for, and what time it is there. */
export function ClientsTab({ plan, nowMs, onDialog }: ClientsTabProps) {
  const open = plan.outcomes.filter((outcome) => !outcome.isArchived);
  const rows = plan.clients.map((client) => ({
    client,
    outcomes: outcomesFor(client, open)
      .map(({ name }) => name)
      .join(', '),
  }));
  return (
    <DataTable
      label={t('calendars.clients.title')}
      rows={rows}
      rowKey={({ client }) => client.id}
      columns={columnsAt(nowMs)}
      onOpen={({ client }) => onDialog(client)}
      empty={
        <EmptyState
          title={t('calendars.clients.empty.title')}
          text={t('calendars.clients.empty.text')}
          action={<Button onClick={() => onDialog('new')}>{t('calendars.clients.add')}</Button>}
        />
      }
    />
  );
}

const columnsAt = (nowMs: number): readonly Column<ClientRow>[] => [
  {
    key: 'name',
    header: t('calendars.clients.column.name'),
    width: '2fr',
    render: ({ client }) => (
      <span className={css['name']}>
        <span className={css['text']}>{client.name}</span>
        {client.aliases.length > 0 && (
          <span className={css['more']}>
            {t('calendars.clients.also', { names: client.aliases.join(', ') })}
          </span>
        )}
      </span>
    ),
    sortValue: ({ client }) => client.name,
  },
  {
    key: 'zone',
    header: t('calendars.column.zone'),
    width: 160,
    render: ({ client }) =>
      client.timeZone === '' ? (
        <span className={css['missing']}>{t('calendars.clients.noZone')}</span>
      ) : (
        <span data-tooltip={client.timeZone}>{formatPlace(client.timeZone)}</span>
      ),
    sortValue: ({ client }) => formatPlace(client.timeZone),
  },
  {
    key: 'now',
    header: t('calendars.column.now'),
    width: 160,
    render: ({ client }) =>
      client.timeZone === '' ? null : (
        <>
          <ZoneNow zone={client.timeZone} nowMs={nowMs} />
          <span className={css['more']}>{formatDay(dayIn(client.timeZone, nowMs))}</span>
        </>
      ),
  },
  {
    key: 'outcomes',
    header: t('calendars.clients.column.outcomes'),
    width: '3fr',
    render: ({ outcomes }) =>
      outcomes === '' ? (
        <span className={css['faint']}>{t('calendars.clients.noOutcome')}</span>
      ) : (
        <span className={css['text']} data-tooltip={outcomes}>
          {outcomes}
        </span>
      ),
    sortValue: ({ outcomes }) => outcomes,
  },
];
