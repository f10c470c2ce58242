import '../../../i18n/view-words.ts';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { actionState } from '#shared/cadence/review-action';
import type { ReviewAction } from '#shared/cadence/review-action';
import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import {
  dropAction,
  finishAction,
  postponeAction,
  reopenAction,
} from '../../../services/review-actions.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import css from './action-row.module.css';

interface ActionRowProps {
  readonly action: ReviewAction;
  /** Named where it is not whoever looks. */
  readonly owner: string | null;
  readonly today: DayKey;
  /** Managers may give it more time or take it off the list; whoever does it says that it is done. */
  readonly isManager: boolean;
}

/** Something agreed in a review: done or not, by when, and what became of it. */
export function ActionRow({ action, owner, today, isManager }: ActionRowProps) {
  const [isTelling, setIsTelling] = useState(false);
  const { text, dueDay, result } = action;
  const state = actionState(action, today);
  const setDone = async (isDone: boolean): Promise<void> => {
    const saved = isDone ? await finishAction(action) : await reopenAction(action);
    announceSaved(t(isDone ? 'reviews.actions.doneSaid' : 'reviews.undo.reopened'), saved);
  };
  const items: readonly MenuItem[] = [
    ...(state === 'done'
      ? []
      : [
          { key: 'done', label: t('reviews.actions.markDone'), onSelect: () => setIsTelling(true) },
        ]),
    ...(isManager && state !== 'done'
      ? [
          {
            key: 'week',
            label: t('reviews.actions.postponeWeek'),
            hint: formatDay(later(dueDay, today)),
            onSelect: () => void postpone(action, later(dueDay, today)),
          },
        ]
      : []),
    ...(isManager
      ? [{ key: 'drop', label: t('reviews.actions.dropIt'), onSelect: () => void drop(action) }]
      : []),
  ];
  return (
    <li className={css['row']} data-state={state}>
      <Checkbox
        label={t('reviews.actions.done', { text })}
        isLabelHidden
        checked={state === 'done'}
        onChange={(isDone) => void setDone(isDone)}
      />
      <span className={css['words']}>
        <span className={css['text']}>{text}</span>
        <span className={css['about']}>
          {owner !== null && <span>{owner}</span>}
          <span className={css['due']}>{dueWords(state, dueDay)}</span>
        </span>
        {result !== '' && <span className={css['result']}>{result}</span>}
      </span>
      {items.length > 0 && (
        <Menu
          align="end"
          items={items}
          trigger={
            <IconButton
              size="sm"
              label={t('reviews.actions.more', { text })}
              icon={<Ellipsis aria-hidden />}
            />
          }
        />
      )}
      {isTelling && (
        <ReasonDialog
          title={t('reviews.actions.doneTitle')}
          description={text}
          label={t('reviews.actions.doneLabel')}
          missing={t('reviews.actions.doneMissing')}
          submitLabel={t('reviews.actions.doneSubmit')}
          onClose={() => setIsTelling(false)}
          onSubmit={async (said) => {
            const saved = await finishAction(action, said);
            if (announceSaved(t('reviews.actions.doneSaid'), saved)) setIsTelling(false);
          }}
        />
      )}
    </li>
  );
}

/** A week from its day, or from today where that has passed. */
const later = (dueDay: DayKey, today: DayKey): DayKey =>
  addDays(dueDay > today ? dueDay : today, 7);

async function postpone(action: ReviewAction, day: DayKey): Promise<void> {
  announceSaved(t('reviews.actions.postponed'), await postponeAction(action, day));
}

async function drop(action: ReviewAction): Promise<void> {
  announceSaved(t('reviews.undo.dropped'), await dropAction(action));
}

function dueWords(state: ReturnType<typeof actionState>, dueDay: DayKey): string {
  if (state === 'done') return t('reviews.actions.doneOn');
  if (dueDay === '') return t('reviews.actions.noDay');
  return t(state === 'late' ? 'reviews.actions.late' : 'reviews.actions.by', {
    day: formatDay(dueDay),
  });
}
