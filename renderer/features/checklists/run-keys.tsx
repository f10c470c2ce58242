import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './run-view.module.css';
import type { RunSteps } from './use-run.ts';

interface RunKeysProps {
  readonly step: Step;
  readonly isLast: boolean;
  readonly moves: RunSteps;
}

/** Back, skip and on: each with its key. */
export function RunKeys({ step, isLast, moves }: RunKeysProps) {
  return (
    <div className={css['keys']}>
      <Button
        variant="quiet"
        icon={<ArrowLeft aria-hidden />}
        isDisabled={moves.index === 0}
        onClick={() => moves.move(-1)}
      >
        {t('checklists.back')}
      </Button>
      {!step.isRequired && (
        <Button variant="quiet" shortcut="S" onClick={() => void moves.skip()}>
          {t('checklists.skip')}
        </Button>
      )}
      {!isLast && (
        <Button variant="quiet" icon={<ArrowRight aria-hidden />} onClick={() => moves.move(1)}>
          {t('checklists.next')}
        </Button>
      )}
    </div>
  );
}
