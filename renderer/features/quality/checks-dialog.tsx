import type { QualityCheck } from '#shared/quality/quality-check';
import { whyReturned } from '#shared/quality/quality-check';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './quality.module.css';
import { VerdictMark } from './verdict-mark.tsx';

interface ChecksDialogProps {
  readonly plan: Plan;
  readonly checks: readonly QualityCheck[];
  readonly onClose: () => void;
}

/** What stands behind a figure by samples; Enter opens it in its sample. */
export function ChecksDialog({ plan, checks, onClose }: ChecksDialogProps) {
  const latest = checks.toSorted((a, b) => b.checkedAtMs - a.checkedAtMs);
  return (
    <Dialog isOpen size="xl" title={t('quality.accuracy.checks')} onClose={onClose}>
      <div className={css['checks']}>
        <DataTable
          label={t('quality.accuracy.checks')}
          rows={latest}
          columns={columnsFor(plan)}
          rowKey={({ id }) => id}
          fit="fill"
          onOpen={({ sampleId, deliverableId }) => {
            onClose();
            go('quality', { sample: sampleId, at: deliverableId });
          }}
          empty={<p className={css['muted']}>{t('quality.accuracy.checksEmpty')}</p>}
        />
      </div>
    </Dialog>
  );
}

const columnsFor = (plan: Plan): readonly Column<QualityCheck>[] => [
  {
    key: 'verdict',
    header: t('quality.review.state'),
    width: 120,
    sortValue: ({ verdict }) => verdict,
    render: ({ verdict }) => <VerdictMark state={verdict} />,
  },
  { key: 'work', header: t('quality.review.work'), width: '2fr', render: ({ title }) => title },
  {
    key: 'why',
    header: t('quality.returning.reason'),
    width: '2fr',
    render: (check) => whyReturned(check),
  },
  {
    key: 'member',
    header: t('quality.review.member'),
    width: '1fr',
    sortValue: ({ memberId }) => plan.memberById.get(memberId)?.name ?? '',
    render: ({ memberId }) => plan.memberById.get(memberId)?.name ?? '',
  },
  {
    key: 'day',
    header: t('quality.review.done'),
    width: 110,
    sortValue: ({ day }) => day,
    render: ({ day }) => formatDay(day, 'dated'),
  },
];
