import type { RunFacts } from '#shared/metrics/sop-runs';
import { activeTimeMs, runEnd } from '#shared/metrics/sop-runs';
import type { Plan } from '../../../data/plan.ts';
import { formatDay, formatQuantity } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table-model.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { timeWords } from './figure-words.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';

interface RunsDialogProps {
  readonly plan: Plan;
  readonly behind: Behind;
  readonly onClose: () => void;
}

/** The runs that a figure is read from, latest first; each opens as it was made. */
export function RunsDialog({ plan, behind: { what, runs }, onClose }: RunsDialogProps) {
  const rows = runs.toSorted((a, b) => b.run.startedAtMs - a.run.startedAtMs);
  const nameOf = ({ run }: RunFacts): string =>
    plan.memberById.get(run.memberId)?.name ?? run.memberId;
  const columns: readonly Column<RunFacts>[] = [
    {
      key: 'day',
      header: t('sopInsights.runs.day'),
      width: 130,
      sortValue: ({ run }) => run.startedAtMs,
      render: ({ run }) => formatDay(run.day, 'dated'),
    },
    {
      key: 'who',
      header: t('sopInsights.runs.who'),
      width: '2fr',
      sortValue: nameOf,
      render: nameOf,
    },
    {
      key: 'state',
      header: t('sopInsights.runs.state'),
      width: 100,
      render: ({ run }) =>
        t(runEnd(run) === 'finished' ? 'sopInsights.runs.finished' : 'sopInsights.runs.abandoned'),
    },
    {
      key: 'time',
      header: t('sopInsights.runs.time'),
      width: 100,
      align: 'end',
      sortValue: ({ run }) => activeTimeMs(run),
      render: ({ run }) => {
        const ms = activeTimeMs(run);
        return ms === null ? t('sopInsights.runs.noTime') : timeWords(ms);
      },
    },
    {
      key: 'result',
      header: t('sopInsights.runs.result'),
      width: '2fr',
      render: resultWords,
    },
  ];
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={onClose}
      title={what}
      description={t('sopInsights.runs.count', { count: rows.length })}
      footer={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <div className={css['runsTable']}>
        <DataTable
          label={what}
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          onOpen={({ run }) => {
            onClose();
            go('run', { runId: run.id, memberId: run.memberId });
          }}
          empty={null}
          fit="fill"
        />
      </div>
    </Dialog>
  );
}

const keyOf = ({ run }: RunFacts): string => `${run.memberId} ${run.id}`;

function resultWords({ deliverable }: RunFacts): string {
  if (!deliverable) return '';
  const { errors, quantity, reopenedCount, returnedAtMs } = deliverable;
  const parts = [
    errors !== null &&
      t('sopInsights.runs.errors', { count: errors, of: formatQuantity(quantity) }),
    (reopenedCount > 0 || returnedAtMs !== null) && t('sopInsights.runs.cameBack'),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
