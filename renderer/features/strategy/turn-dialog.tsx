import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { addQuarters, quarterDays } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { turnQuarter } from '../../services/strategy.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { quarterWords } from './quarter-words.ts';
import { decisionOf, suggestedChoice, turnable } from './turn-choices.ts';
import type { PriorityChoice } from './turn-choices.ts';
import css from './turn-dialog.module.css';
import { TurnPriority } from './turn-priority.tsx';
import type { Strategy } from './use-strategy.ts';

interface TurnDialogProps {
  readonly plan: Plan;
  readonly strategy: Strategy;
  readonly today: DayKey;
  readonly onClose: () => void;
  /** Called with the quarter that was turned to. */
  readonly onTurned: (quarter: QuarterKey) => void;
}

/** The end of a quarter: each priority goes on, is closed with a word about it, or stays as it is. */
export function TurnDialog({ plan, strategy, today, onClose, onTurned }: TurnDialogProps) {
  const { cascade, progress } = strategy;
  const from = cascade.quarter;
  const to = addQuarters(from, 1);
  const priorities = cascade.goals.flatMap((goal) => goal.children);
  const { open, carriedCount } = turnable(priorities, plan.priorities);
  const [choices, setChoices] = useState<ReadonlyMap<string, PriorityChoice>>(
    () => new Map(open.map((node) => [node.item.id, suggestedChoice(node, progress)])),
  );
  const [isBusy, setIsBusy] = useState(false);
  const choiceOf = (id: string): PriorityChoice =>
    choices.get(id) ?? { choice: 'leave', note: '', leftOutIds: new Set() };
  const { toDay } = quarterDays(from);

  const turn = async () => {
    setIsBusy(true);
    const saved = await turnQuarter(from, open, {
      to,
      decisions: new Map(open.map(({ item }) => [item.id, decisionOf(choiceOf(item.id))])),
      standingOf: (id) => {
        const own = progress.keyResults.get(id);
        return { value: own?.value ?? null, isReached: own?.pace === 'reached' };
      },
    });
    setIsBusy(false);
    const title = t('strategy.told.turned', {
      from: quarterWords(from),
      to: quarterWords(to),
    });
    if (announceSaved(title, saved)) onTurned(to);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('strategy.turn.title', { from: quarterWords(from), to: quarterWords(to) })}
      description={
        today <= toDay
          ? t('strategy.turn.early', { day: formatDay(toDay, 'dated') })
          : t('strategy.turn.text')
      }
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            isDisabled={open.length === 0}
            onClick={() => void turn()}
          >
            {t('strategy.turn.confirm', { to: quarterWords(to) })}
          </Button>
        </>
      }
    >
      {carriedCount > 0 && (
        <p className={css['note']}>{t('strategy.turn.already', { count: carriedCount })}</p>
      )}
      {open.length === 0 && carriedCount === 0 && (
        <p className={css['note']}>{t('strategy.turn.nothing', { quarter: quarterWords(from) })}</p>
      )}
      <ul className={css['list']}>
        {open.map((node) => (
          <TurnPriority
            key={node.item.id}
            node={node}
            progress={progress}
            choice={choiceOf(node.item.id)}
            onChange={(choice) => setChoices(new Map([...choices, [node.item.id, choice]]))}
          />
        ))}
      </ul>
    </Dialog>
  );
}
