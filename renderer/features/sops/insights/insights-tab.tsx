import { ChartLine } from 'lucide-react';
import { useState } from 'react';
import { SOP_MEASURES } from '#shared/metrics/sop-measures';
import type { RunFacts } from '#shared/metrics/sop-runs';
import { t } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { SopTabProps } from '../sop-tab.ts';
import { Counted } from './counted.tsx';
import { DeviationPanel } from './deviation-panel.tsx';
import css from './insights.module.css';
import { MeasureEffect } from './measure-effect.tsx';
import { RunsDialog } from './runs-dialog.tsx';
import { StepPanel } from './step-panel.tsx';
import { StrangerPanel } from './stranger-panel.tsx';
import { useInsights } from './use-insights.ts';
import { VersionCounts } from './version-counts.tsx';

/** The runs behind a figure. */
export interface Behind {
  readonly what: string;
  readonly runs: readonly RunFacts[];
}

/** Whether changes of the SOP have helped, where its runs leave it, and who can follow it. */
export function InsightsTab({ plan, sop, versions }: SopTabProps) {
  const insights = useInsights(sop.id, versions);
  const [behind, setBehind] = useState<Behind | null>(null);
  if (!insights) return <LoadingState label={t('sopInsights.insights.loading')} />;
  const newest = insights.versions.find(({ figures }) => figures.finished.length > 0);
  if (insights.versions.length === 0) {
    return (
      <EmptyState
        icon={<ChartLine aria-hidden />}
        title={t('sopInsights.insights.empty')}
        text={t('sopInsights.insights.emptyText')}
      />
    );
  }
  return (
    <div className={css['tab']}>
      <Panel title={t('sopInsights.insights.effect')}>
        <VersionCounts versions={insights.versions} onShow={setBehind} />
        {SOP_MEASURES.map((measure) => (
          <MeasureEffect
            key={measure}
            measure={measure}
            versions={insights.versions}
            onShow={setBehind}
          />
        ))}
        <Counted of={['runs', ...SOP_MEASURES, 'interval', 'verdict']} />
      </Panel>
      <StepPanel versions={insights.versions} onShow={setBehind} />
      {newest && <DeviationPanel insight={newest} onShow={setBehind} />}
      <StrangerPanel plan={plan} strangers={insights.strangers} onShow={setBehind} />
      {behind && <RunsDialog plan={plan} behind={behind} onClose={() => setBehind(null)} />}
    </div>
  );
}
