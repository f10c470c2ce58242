import { useEffect } from 'react';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FailedStep } from './failed-step.tsx';
import { useImportFlow } from './import-flow.ts';
import { MapStep } from './map-step.tsx';
import { forgetOtherSeat } from './open-table.ts';
import { RunStep } from './run-step.tsx';

/** From a file to entries: choose, map, check, run, see. */
export function ImportView() {
  const flow = useImportFlow((state) => state.flow);
  useEffect(forgetOtherSeat, []);
  switch (flow.step) {
    case 'choose':
      return <ChooseStep isBusy={flow.isBusy} failure={flow.failure} />;
    case 'map':
      return <MapStep table={flow.table} />;
    case 'check':
      return <CheckStep {...flow} />;
    case 'run':
      return <RunStep {...flow} />;
    case 'done':
      return <DoneStep {...flow} />;
    case 'failed':
      return <FailedStep {...flow} />;
  }
}
