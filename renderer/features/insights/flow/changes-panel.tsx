import { useMemo, useState } from 'react';
import type { ChangePart } from '#shared/metrics/insights/changes';
import { WITHOUT_SOP, isRate } from '#shared/metrics/insights/change-measures';
import type { ChangeMeasure } from '#shared/metrics/insights/change-measures';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { DayKey } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';
import { rangeWords } from '../../../app/parts/period/period-words.ts';
import { t } from '../../../i18n/text.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { ChangeBars } from './change-bars.tsx';
import { changeTable } from './change-table.ts';
import { changeFormat } from './change-words.ts';
import { FlowFigure } from './flow-figure.tsx';
import { memberName, outcomeName } from './flow-names.ts';
import { openDays } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';
import css from './flow.module.css';
import { CHANGE_BY, measuresOf, useChanges } from './use-changes.ts';
import type { ChangeBy } from './use-changes.ts';
import { useVersionNames } from './use-version-names.ts';

interface ChangesPanelProps {
  readonly flow: FlowScope;
  readonly figures: Figures;
  /** Of the days before; null where nothing is compared. */
  readonly previous: Figures | null;
}

/** What changed since the days before, and which outcomes, members or SOP versions it came from. */
export function ChangesPanel({ flow, figures, previous }: ChangesPanelProps) {
  if (!previous) return <p className={css['aside']}>{t('insightsFlow.changes.nothingBefore')}</p>;
  return <Compared flow={flow} figures={figures} previous={previous} />;
}

interface ComparedProps extends ChangesPanelProps {
  readonly previous: Figures;
}

function Compared({ flow, figures, previous }: ComparedProps) {
  const [chosen, setChosen] = useState<ChangeMeasure>('completed');
  const [by, setBy] = useState<ChangeBy>('outcome');
  const measures = useMemo(() => measuresOf(figures, previous), [figures, previous]);
  const measure = measures.includes(chosen) ? chosen : 'completed';
  const changes = useChanges(flow, { figures, previous }, measure, by);
  const versionNames = useVersionNames(changes?.sopOf);
  const format = changeFormat(measure, flow.plan.workspace?.currency ?? '');
  const nameOf = (id: string): string => {
    if (by === 'member') return memberName(flow.plan, id);
    if (by === 'outcome') return outcomeName(flow.plan, id);
    return id === WITHOUT_SOP ? t('insightsFlow.changes.withoutSop') : (versionNames(id) ?? id);
  };
  const change = changes?.change ?? null;
  // A bar for all that was ever done would say that something grew.
  const isFromNothing = measure === 'completed' && change?.before === 0 && change.after > 0;
  const [was, is] = [previous, figures].map(({ range }) => shownDays(range, flow.today));
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.changes.title')}
      note={change && t('insightsFlow.changes.note', { was: was ?? '', is: is ?? '' })}
      definition={t(
        isRate(measure) ? 'insightsFlow.define.rateChange' : 'insightsFlow.define.change',
      )}
      actions={
        <>
          <Select
            label={t('insightsFlow.changes.what')}
            isLabelHidden
            value={measure}
            onChange={setChosen}
            options={measures.map((value) => ({
              value,
              label: t(`insightsFlow.changes.measure.${value}`),
            }))}
          />
          <Segmented
            size="sm"
            label={t('insightsFlow.changes.by')}
            value={by}
            onChange={setBy}
            options={CHANGE_BY.map((value) => ({
              value,
              label: t(`insightsFlow.changes.byKind.${value}`),
            }))}
          />
        </>
      }
      table={changeTable(flow, { change, measure, nameOf })}
    >
      {!changes && <LoadingState label={t('insightsFlow.changes.loading')} />}
      {changes?.isTooMany && <p className={css['aside']}>{t('insightsFlow.changes.tooMany')}</p>}
      {changes && !changes.isTooMany && !change && (
        <p className={css['aside']}>{t('insightsFlow.changes.noRate')}</p>
      )}
      {isFromNothing && (
        <p className={css['aside']}>{t('insightsFlow.changes.emptyBefore', { was: was ?? '' })}</p>
      )}
      {change && !isFromNothing && !changes?.isTooMany && (
        <ChangeBars
          change={change}
          format={format}
          nameOf={nameOf}
          isByName={by === 'member'}
          onOpen={by === 'version' ? undefined : (part) => openPart(flow, figures, by, part)}
        />
      )}
    </FlowFigure>
  );
}

/** Of days that are still running, those that have begun. */
const shownDays = ({ fromDay, toDay }: DayRange, today: DayKey): string =>
  rangeWords('custom', { fromDay, toDay: fromDay <= today && today < toDay ? today : toDay }, '');

const openPart = (
  flow: FlowScope,
  figures: Figures,
  by: Exclude<ChangeBy, 'version'>,
  { id }: ChangePart,
): void =>
  openDays(flow, figures.range, {
    ...(by === 'member' ? { memberId: id } : { outcomeId: id }),
    stage: 'completed',
  });
