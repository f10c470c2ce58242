import type { InsightsTabProps } from '../tab-props.ts';
import css from '../insights-view.module.css';
import { HeadlineFigures } from './headline-figures.tsx';
import { OutputChart } from './output-chart.tsx';
import { OutputMatrix } from './output-matrix.tsx';
import { ThroughputChart } from './throughput-chart.tsx';
import { useOutput } from './use-output.ts';

/** What was delivered against target: together, over time, and by whatever it is laid out by. */
export function OutputPanels(props: InsightsTabProps) {
  const facts = useOutput(props);
  return (
    <>
      <HeadlineFigures {...props} {...facts} />
      <div className={css['pair']}>
        <OutputChart {...props} {...facts} />
        <ThroughputChart {...props} />
      </div>
      <OutputMatrix {...props} {...facts} />
    </>
  );
}
