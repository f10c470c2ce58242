import '../../i18n/view-words.ts';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { forgetSeen, markSeen } from '../../services/hints.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.ts';
import css from './first-steps-card.module.css';
import { firstStepsMark } from './seen-names.ts';

export interface ShownStep {
  readonly id: string;
  readonly isDone: boolean;
  readonly title: string;
  readonly text: string;
  readonly acts: readonly { readonly label: string; readonly onAct: () => void }[];
}

interface FirstStepsCardProps {
  readonly title: string;
  readonly steps: readonly ShownStep[];
  /** There is work to look at: one line, until all of it is asked for. */
  readonly isBrief?: boolean;
  /** Another way to begin. */
  readonly foot?: ReactNode;
}

/** What to do next, the rest in order below it. A step is ticked by what was done and never by a press here. */
export function FirstStepsCard({ title, steps, isBrief = false, foot }: FirstStepsCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const mark = firstStepsMark(useSession(({ workspace }) => workspace?.id ?? ''));
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  const total = steps.length;
  const putAway = () => {
    void markSeen(mark);
    showToast({
      topic: mark,
      title: t('firstSteps.putAwayDone'),
      text: t('firstSteps.putAwayText'),
      action: {
        label: t('firstSteps.bringBack'),
        onSelect: () => void forgetSeen((each) => each === mark),
      },
    });
  };
  const away = (
    <Button size="sm" variant="quiet" onClick={putAway}>
      {t('firstSteps.putAway')}
    </Button>
  );
  if (isBrief && !isOpen && next) {
    return (
      <section aria-label={title} className={css['brief']}>
        <p>{t('firstSteps.next', { done, total })}</p>
        <Button size="sm" onClick={next.acts[0]?.onAct}>
          {next.acts[0]?.label}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
          {t('firstSteps.showAll')}
        </Button>
        {away}
      </section>
    );
  }
  return (
    <Panel title={title} note={t('firstSteps.progress', { done, total })} actions={away}>
      <ol className={css['steps']}>
        {steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} isNext={step === next} />
        ))}
      </ol>
      {foot}
    </Panel>
  );
}

interface StepProps {
  readonly step: ShownStep;
  readonly number: number;
  readonly isNext: boolean;
}

function Step({ step: { isDone, title, text, acts }, number, isNext }: StepProps) {
  return (
    <li
      className={css['step']}
      data-done={isDone || undefined}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className={css['mark']}>
        {isDone ? <Check size={14} aria-label={t('firstSteps.done')} /> : number}
      </span>
      <div className={css['words']}>
        <p className={css['title']}>{title}</p>
        {!isDone && <p className={css['text']}>{text}</p>}
      </div>
      {!isDone && (
        <div className={css['acts']}>
          {acts.map(({ label, onAct }, index) => (
            <Button
              key={label}
              size={isNext ? 'md' : 'sm'}
              variant={isNext ? (index === 0 ? 'primary' : 'secondary') : 'quiet'}
              onClick={onAct}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
