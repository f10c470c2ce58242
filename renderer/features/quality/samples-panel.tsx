import { Dices } from 'lucide-react';
import type { Plan } from '../../data/plan.ts';
import { useLive } from '../../data/live.ts';
import type { SampleLine } from '../../data/quality/sample-lines.ts';
import { sampleLines } from '../../data/quality/sample-lines.ts';
import { formatDay, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import type { Column } from '../../ui/data-table-model.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayIn } from '#shared/day';
import { intervalText, rangeText, scopeText } from './quality-words.ts';
import css from './quality.module.css';

interface SamplesPanelProps {
  readonly plan: Plan;
  readonly onDraw: () => void;
}

/** Every sample, latest first: how far it is looked at and what it says. */
export function SamplesPanel({ plan, onDraw }: SamplesPanelProps) {
  const lines = useLive(sampleLines, []);
  const memberId = useSession((session) => session.memberId);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  return (
    <Panel title={t('quality.samples.title')}>
      {lines ? (
        <DataTable
          label={t('quality.samples.title')}
          rows={lines}
          columns={columnsFor(plan, zone)}
          rowKey={({ sample }) => sample.id}
          onOpen={({ sample }) => go('quality', { sample: sample.id })}
          empty={
            <EmptyState
              icon={<Dices size={28} strokeWidth={1.5} aria-hidden />}
              title={t('quality.samples.empty')}
              text={t('quality.samples.emptyText')}
              action={<Button onClick={onDraw}>{t('quality.drawSample')}</Button>}
            />
          }
        />
      ) : (
        <LoadingState label={t('quality.loading')} />
      )}
    </Panel>
  );
}

const columnsFor = (plan: Plan, zone: string): readonly Column<SampleLine>[] => [
  {
    key: 'drawn',
    header: t('quality.samples.drawn'),
    width: 110,
    sortValue: ({ sample }) => sample.drawnAtMs,
    render: ({ sample }) => formatDay(dayIn(zone, sample.drawnAtMs), 'dated'),
  },
  {
    key: 'what',
    header: t('quality.samples.what'),
    width: '2fr',
    render: ({ sample }) => scopeText(plan, sample),
  },
  {
    key: 'period',
    header: t('quality.samples.period'),
    width: 200,
    sortValue: ({ sample }) => sample.toDay,
    render: ({ sample }) => <span className={css['muted']}>{rangeText(sample)}</span>,
  },
  {
    key: 'progress',
    header: t('quality.samples.progress'),
    width: 100,
    align: 'end',
    sortValue: ({ settledCount, accuracy }) => settledCount / accuracy.drawnCount,
    render: ({ settledCount, accuracy }) =>
      t('quality.samples.of', { done: settledCount, count: accuracy.drawnCount }),
  },
  {
    key: 'result',
    header: t('quality.samples.result'),
    width: 210,
    align: 'end',
    sortValue: ({ accuracy }) => accuracy.deliverables?.ratio ?? null,
    render: ({ accuracy: { deliverables } }) =>
      deliverables ? (
        <span>
          <strong className={css['strong']}>{formatRatio(deliverables.ratio)}</strong>{' '}
          <span className={css['muted']}>
            {intervalText(deliverables)}, {t('quality.n', { count: deliverables.count })}
          </span>
        </span>
      ) : (
        <span className={css['muted']}>–</span>
      ),
  },
];
