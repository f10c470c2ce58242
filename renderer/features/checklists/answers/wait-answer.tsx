import { Check, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { isWaiting, waitEndsAtMs } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { formatDuration, formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { STEP_ACT } from '../use-run-keys.ts';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { Ticked } from './tick-answer.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

const MINUTE_MS = 60_000;

/** Something that others take their time for: begun, watched or left alone, and over when somebody says so. */
export function WaitAnswer(props: StepAnswerProps) {
  const { asked, isReadOnly, onSay } = props;
  if (asked.answer?.value === true) return <Ticked {...props} />;
  if (isWaiting(asked.step, asked.answer)) return <Waiting {...props} />;
  return (
    <div className={css['wait']}>
      <p className={css['waitText']}>{whatText(asked.step)}</p>
      <StartButton isReadOnly={isReadOnly} onStart={() => onSay({ waitingSinceMs: now() })} />
    </div>
  );
}

interface StartButtonProps {
  readonly isReadOnly: boolean;
  readonly onStart: () => void;
}

function StartButton({ isReadOnly, onStart }: StartButtonProps) {
  const button = useFocusOnMount<HTMLButtonElement>();
  return (
    <Button
      {...{ [STEP_ACT]: true }}
      ref={button}
      variant="primary"
      icon={<Hourglass aria-hidden />}
      shortcut="Space"
      isDisabled={isReadOnly}
      onClick={onStart}
    >
      {t('checklists.startWaiting')}
    </Button>
  );
}

/** The first press before the time is over says so; the second one goes on all the same. */
function Waiting({ asked, zone, isReadOnly, onSay, onSayAndGoOn }: StepAnswerProps) {
  const button = useFocusOnMount<HTMLButtonElement>();
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const [wasWarned, setWasWarned] = useState(false);
  const sinceMs = asked.answer?.waitingSinceMs ?? nowMs;
  const endsAtMs = waitEndsAtMs(asked.step, asked.answer);
  const leftMs = endsAtMs === null ? 0 : endsAtMs - nowMs;
  const isEarly = leftMs > 0;

  return (
    <div className={css['wait']}>
      <p className={css['waitText']} role="timer">
        {endsAtMs === null
          ? t('checklists.waitedFor', { length: formatDuration(Math.max(0, nowMs - sinceMs)) })
          : isEarly
            ? t('checklists.waitLeft', {
                left: formatDuration(leftMs),
                time: formatTime(endsAtMs, zone),
              })
            : t('checklists.waitIsOver', { length: formatDuration(nowMs - sinceMs) })}
      </p>
      {isEarly && <p className={css['waitHint']}>{t('checklists.waitHint')}</p>}
      <div className={css['acts']}>
        <Button
          {...{ [STEP_ACT]: true }}
          ref={button}
          variant={isEarly && !wasWarned ? 'secondary' : 'primary'}
          icon={<Check aria-hidden />}
          shortcut="Space"
          isDisabled={isReadOnly}
          onClick={() => {
            if (isEarly && !wasWarned) setWasWarned(true);
            else onSayAndGoOn({ value: true, waitingSinceMs: sinceMs });
          }}
        >
          {isEarly && wasWarned ? t('checklists.goOnEarly') : t('checklists.waitOver')}
        </Button>
        <Button variant="quiet" isDisabled={isReadOnly} onClick={() => onSay({})}>
          {t('checklists.stopWaiting')}
        </Button>
      </div>
      {isEarly && wasWarned && (
        <p className={css['waitWarning']} role="alert">
          {t('checklists.waitEarly', { left: formatDuration(leftMs) })}
        </p>
      )}
    </div>
  );
}

function whatText({ waitOn, waitMinutes }: Step): string {
  const who = t(`checklists.waitOn.${waitOn}`);
  return waitMinutes === null
    ? t('checklists.waitFor', { who })
    : t('checklists.waitAtLeast', { who, length: formatDuration(waitMinutes * MINUTE_MS) });
}
