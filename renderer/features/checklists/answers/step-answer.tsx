import type { Json } from '#shared/json';
import type { PathStep } from '#shared/sops/path';
import type { Run } from '#shared/sops/run';
import type { Plan } from '../../../data/plan.ts';
import type { Said } from '../use-run.ts';
import { NestedStep } from '../teamwork/nested-step.tsx';
import { SignOffStep } from '../teamwork/sign-off-step.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { FileAnswer } from './file-answer.tsx';
import { LinkAnswer } from './link-answer.tsx';
import { TickAnswer } from './tick-answer.tsx';
import { TypedField } from './typed-field.tsx';
import { WaitAnswer } from './wait-answer.tsx';

export interface StepAnswerProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly asked: PathStep;
  /** IANA zone of whoever runs it. */
  readonly zone: string;
  readonly isReadOnly: boolean;
  /** What was said and could not be saved; undefined where all is. */
  readonly unsaved: Json | undefined;
  readonly onSay: (said: Said) => void;
  readonly onSayAndGoOn: (said: Said) => void;
  readonly onSkip: () => void;
  readonly onGoOn: () => void;
}

/** What the step asks for, by its kind. */
export function StepAnswer(props: StepAnswerProps) {
  switch (props.asked.step.kind) {
    case 'choice':
      return <ChoiceAnswer {...props} />;
    case 'text':
    case 'number':
    case 'date':
      return <TypedField {...props} />;
    case 'link':
      return <LinkAnswer {...props} />;
    case 'waitFor':
      return <WaitAnswer {...props} />;
    case 'file':
      return <FileAnswer {...props} />;
    case 'signOff':
      return <SignOffStep {...props} step={props.asked.step} />;
    case 'sop':
      return <NestedStep {...props} step={props.asked.step} />;
    case 'tick':
      return <TickAnswer {...props} />;
  }
}
