import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReportTable } from '#shared/exports/report-table';
import type { InsightsTabProps } from '../tab-props.ts';
import { AgeingPanel } from './ageing-panel.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { CumulativePanel } from './cumulative-panel.tsx';
import type { OnTable } from './flow-figure.tsx';
import type { FlowScope } from './flow-scope.ts';
import css from './flow.module.css';
import { PastWaitsPanel } from './past-waits-panel.tsx';
import { PredictabilityPanel } from './predictability-panel.tsx';
import { ScatterPanel } from './scatter-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** How work flows: what changed, what is old, where it waits, how much there is of it, how long it takes, how steadily it comes. */
export function FlowPanels(props: InsightsTabProps) {
  const { figures, previous, open, onTables } = props;
  const { plan, terms, scope, period, bucket, today, nowMs } = props;
  const made = useRef(new Map<string, () => ReportTable>());
  const onTable = useCallback<OnTable>((title, make) => {
    if (make) made.current.set(title, make);
    else made.current.delete(title);
  }, []);
  useEffect(() => onTables(() => [...made.current.values()].map((make) => make())), [onTables]);
  const { kind, range, daysBy } = period;
  const { fromDay, toDay } = range;
  const flow = useMemo(
    (): FlowScope => ({
      plan,
      terms,
      scope,
      period: { kind, range: { fromDay, toDay }, daysBy },
      bucket,
      today,
      nowMs,
      onTable,
    }),
    [plan, terms, scope, kind, fromDay, toDay, daysBy, bucket, today, nowMs, onTable],
  );
  return (
    <div className={css['panels']}>
      <ChangesPanel flow={flow} figures={figures} previous={previous} />
      <WaitingPanel flow={flow} figures={figures} open={open} />
      <AgeingPanel flow={flow} open={open} />
      <div className={css['halves']}>
        <CumulativePanel flow={flow} figures={figures} open={open} />
        <ScatterPanel flow={flow} figures={figures} />
      </div>
      <div className={`${css['halves']} ${css['wideHalves']}`}>
        <PastWaitsPanel flow={flow} figures={figures} />
        <PredictabilityPanel flow={flow} open={open} />
      </div>
    </div>
  );
}
