import type { Step } from '#shared/sops/step';
import { StepFields } from './step-fields.tsx';

interface StepDetailsProps {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly onChange: (step: Step) => void;
}

/** Everything about a step beside its title. */
export function StepDetails({ step, onChange }: StepDetailsProps) {
  return <StepFields step={step} onChange={onChange} />;
}
