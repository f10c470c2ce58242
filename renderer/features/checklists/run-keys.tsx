import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './run-view.module.css';
import type { RunSteps } from './use-run.ts';

interface RunKeysProps {
  readonly moves: RunSteps;
  readonly isReadOnly: boolean;
}

/** Back, skip and on, each with its key; and what the keys do at this kind of step. */
export function RunKeys({ moves, isReadOnly }: RunKeysProps) {
  const { at } = moves;
  return (
    <div className={css['keys']}>
      <Button
        variant="quiet"
        icon={<ArrowLeft aria-hidden />}
        shortcut="PgUp"
        isDisabled={moves.index === 0}
        onClick={() => moves.move(-1)}
      >
        {t('checklists.back')}
      </Button>
      {at && (
        <Button
          variant="quiet"
          icon={<ArrowRight aria-hidden />}
          shortcut="PgDn"
          onClick={() => moves.move(1)}
        >
          {t('checklists.next')}
        </Button>
      )}
      {at && !at.isRequired && !isReadOnly && (
        <Button variant="quiet" shortcut={isTyped(at.step) ? undefined : 'S'} onClick={moves.skip}>
          {t('checklists.skip')}
        </Button>
      )}
      {at && !isReadOnly && (
        <span className={css['keysHint']}>
          {t(`checklists.keys.${at.answer?.value === true ? 'done' : at.step.kind}`)}
        </span>
      )}
    </div>
  );
}

/** Where an S is a letter, Enter in an empty field passes the step over. */
const isTyped = ({ kind }: Step): boolean => kind === 'text' || kind === 'number';
