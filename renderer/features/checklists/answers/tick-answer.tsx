import { Check } from 'lucide-react';
import { formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { STEP_ACT } from '../use-run-keys.ts';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

export function TickAnswer(props: StepAnswerProps) {
  const { asked, isReadOnly, onSayAndGoOn } = props;
  if (asked.answer?.value === true) return <Ticked {...props} />;
  return <TickButton isReadOnly={isReadOnly} onTick={() => onSayAndGoOn({ value: true })} />;
}

/** What is done, since when, and how to take it back. */
export function Ticked({ asked, zone, isReadOnly, onSay }: StepAnswerProps) {
  return (
    <p className={css['ticked']}>
      <Check size={16} aria-hidden />{' '}
      {t('checklists.ticked', { time: formatTime(asked.answer?.atMs ?? 0, zone) })}
      {!isReadOnly && (
        <Button variant="quiet" size="sm" onClick={() => onSay({ value: false })}>
          {t('checklists.untick')}
        </Button>
      )}
    </p>
  );
}

interface TickButtonProps {
  readonly isReadOnly: boolean;
  readonly onTick: () => void;
}

/** Takes the focus whenever there is something to tick: with the step, and when a tick is taken back. */
function TickButton({ isReadOnly, onTick }: TickButtonProps) {
  const button = useFocusOnMount<HTMLButtonElement>();
  return (
    <Button
      {...{ [STEP_ACT]: true }}
      ref={button}
      variant="primary"
      icon={<Check aria-hidden />}
      shortcut="Space"
      isDisabled={isReadOnly}
      onClick={onTick}
    >
      {t('checklists.tick')}
    </Button>
  );
}
