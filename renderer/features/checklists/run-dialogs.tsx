import type { Run } from '#shared/sops/run';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { AbandonDialog } from './abandon-dialog.tsx';
import { BlockRunDialog } from './block-run-dialog.tsx';
import { HandOverDialog } from './teamwork/hand-over-dialog.tsx';

/** What is being asked about a run as a whole. */
export type Asking = 'abandon' | 'block' | 'handOver' | null;

interface RunDialogsProps {
  readonly asking: Asking;
  readonly plan: Plan;
  readonly run: Run;
  readonly work: Entry | null;
  readonly onClose: () => void;
}

export function RunDialogs({ asking, plan, run, work, onClose }: RunDialogsProps) {
  switch (asking) {
    case null:
      return null;
    case 'abandon':
      return <AbandonDialog run={run} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog plan={plan} run={run} onClose={onClose} />;
    case 'block':
      return <BlockRunDialog plan={plan} run={run} work={work} onClose={onClose} />;
  }
}
