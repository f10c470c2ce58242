import { useState } from 'react';
import { seriesId } from '#shared/cadence/review';
import type { ReviewSeries } from '#shared/cadence/review';
import { reviewKindOf } from '#shared/cadence/review-turns';
import { participantsOf } from '#shared/cadence/participants';
import { dayIn } from '#shared/day';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatDay, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table-model.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { paramsOf } from '../review-params.ts';
import { daysWords, whoseWords } from '../review-words.ts';
import { readHistory } from './history-rows.ts';
import type { HistoryRow } from './history-rows.ts';
import css from './home.module.css';

interface HistoryPanelProps {
  readonly plan: Plan;
  readonly zone: string;
  readonly nowMs: number;
}

const AT_ONCE = 13;

/** The reviews of one team or one member as they were, latest first, the skipped among them. */
export function HistoryPanel({ plan, zone, nowMs }: HistoryPanelProps) {
  const all = seriesIn(plan);
  const [chosen, setChosen] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const series = all.find((each) => seriesId(each) === chosen) ?? all[0];
  const id = series ? seriesId(series) : '';
  const today = dayIn(zone, nowMs);
  const cadence = plan.cadences.find((each) => each.id === series?.cadenceId);
  const history = useLive(
    async () => (series ? await readHistory(series, cadence, limit, nowMs) : null),
    [id, cadence, limit, today],
  );
  if (!series) return null;
  const rows = history?.seriesId === id ? history.rows : undefined;
  return (
    <Panel
      title={t('reviews.history.title')}
      actions={
        all.length > 1 && (
          <div className={css['series']}>
            <Select
              label={t('reviews.history.series')}
              isLabelHidden
              value={id}
              options={all.map((each) => ({
                value: seriesId(each),
                label: t(`reviews.history.${each.kind}`, { name: whoseWords(each, plan) }),
              }))}
              onChange={(next) => {
                setChosen(next);
                setLimit(AT_ONCE);
              }}
            />
          </div>
        )
      }
    >
      {rows ? (
        <DataTable
          label={t('reviews.history.title')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columnsIn(zone)}
          onOpen={({ ref }) => go('reviews', paramsOf(ref))}
          empty={<p className={css['none']}>{t('reviews.history.none')}</p>}
        />
      ) : (
        <LoadingState />
      )}
      {history?.hasMore && (
        <Button size="sm" variant="quiet" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('reviews.history.more')}
        </Button>
      )}
    </Panel>
  );
}

/** Whose reviews there can be: weekly ones first, and those held without a schedule. */
function seriesIn(plan: Plan): readonly ReviewSeries[] {
  const scheduled = plan.cadences.flatMap((cadence): readonly ReviewSeries[] => {
    const kind = reviewKindOf(cadence);
    if (kind === null) return [];
    const memberIds =
      kind === 'monthly' ? participantsOf(cadence, plan.members).map(({ id }) => id) : [''];
    return memberIds.map((memberId) => ({ kind, cadenceId: cadence.id, memberId }));
  });
  const weekly = scheduled.filter(({ kind }) => kind === 'weekly');
  const monthly = scheduled.filter(({ kind }) => kind === 'monthly');
  const unscheduled: ReviewSeries = { kind: 'weekly', cadenceId: '', memberId: '' };
  return [...weekly, ...(weekly.length === 0 ? [unscheduled] : []), ...monthly];
}

const TONES = { held: 'good', skipped: 'neutral', missed: 'warn', open: 'accent' } as const;

const columnsIn = (zone: string): readonly Column<HistoryRow>[] => [
  {
    key: 'days',
    header: t('reviews.history.period'),
    width: '2fr',
    render: ({ ref }) => daysWords(ref),
  },
  {
    key: 'state',
    header: t('reviews.history.state'),
    width: '1.6fr',
    render: ({ state, heldAtMs, skipReason }) => (
      <span data-tooltip={skipReason || undefined}>
        <Badge tone={TONES[state]}>
          {t(`reviews.history.${state}`, {
            day: heldAtMs === null ? '' : formatDay(dayIn(zone, heldAtMs)),
          })}
        </Badge>
        {skipReason && <span className={css['reason']}>{skipReason}</span>}
      </span>
    ),
  },
  {
    key: 'attainment',
    header: t('reviews.history.attainment'),
    align: 'end',
    width: 84,
    render: ({ headline }) => ratioOf(headline?.attainment.now ?? null, 0),
  },
  {
    key: 'promises',
    header: t('reviews.history.promises'),
    align: 'end',
    width: 96,
    render: ({ headline }) => ratioOf(headline?.promises.now ?? null),
  },
  {
    key: 'accuracy',
    header: t('reviews.history.accuracy'),
    align: 'end',
    width: 96,
    render: ({ headline }) => ratioOf(headline?.accuracy.now ?? null),
  },
  {
    key: 'decisions',
    header: t('reviews.history.decisions'),
    align: 'end',
    width: 90,
    render: ({ state, decisionCount }) => (state === 'held' ? decisionCount : ''),
  },
  {
    key: 'actions',
    header: t('reviews.history.actions'),
    align: 'end',
    width: 104,
    render: ({ actionCount, doneCount }) =>
      actionCount === 0
        ? ''
        : t('reviews.history.actionsOf', { done: doneCount, count: actionCount }),
  },
];

const ratioOf = (share: { readonly ratio: number } | null, digits = 1): string =>
  share ? formatRatio(share.ratio, digits) : '–';
