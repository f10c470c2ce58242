import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import { personOptions } from '../../../app/parts/person-options.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../../services/announce.ts';
import { addAction, removeAgreed } from '../../../services/reviews.ts';
import type { ReviewDesk } from '../../../services/reviews.ts';
import { useSession } from '../../../state/session.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './desk.module.css';

interface ActionsPanelProps {
  readonly desk: ReviewDesk;
  readonly plan: Plan;
  readonly today: DayKey;
}

/** What is agreed: what, who and by when. Enter in the line adds it, with who and when as chosen last. */
export function ActionsPanel({ desk, plan, today }: ActionsPanelProps) {
  const memberId = useSession((session) => session.memberId);
  const line = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState(desk.ref.memberId || memberId);
  const [dueDay, setDueDay] = useState(() => addDays(today, 7));
  const actions = desk.stored?.actions ?? [];

  async function add(): Promise<void> {
    if (text.trim() === '') {
      line.current?.focus();
      return;
    }
    // Emptied at once: whoever types on does so into the next one.
    setText('');
    line.current?.focus();
    const saved = await addAction(desk, { text, ownerId, dueDay });
    if (saved.ok) return;
    announceFailure(saved.error);
    setText((typed) => typed || text);
  }

  async function remove(id: string): Promise<void> {
    announceSaved(t('reviews.undo.removed'), await removeAgreed(desk, 'action', id));
  }

  return (
    <Panel title={t('reviews.actions.new')} note={actions.length || undefined}>
      {actions.length === 0 && <p className={css['none']}>{t('reviews.actions.newNone')}</p>}
      <ul>
        {actions.map((action) => (
          <li key={action.id} className={css['agreed']}>
            <span className={css['said']}>
              {action.text}
              <span className={css['about']}>
                {plan.memberById.get(action.ownerId)?.name ?? t('reviews.gone')}
                {action.dueDay &&
                  ` · ${t('reviews.actions.by', { day: formatDay(action.dueDay) })}`}
              </span>
            </span>
            <IconButton
              size="sm"
              label={t('reviews.actions.remove', { text: action.text })}
              icon={<X aria-hidden />}
              onClick={() => void remove(action.id)}
            />
          </li>
        ))}
      </ul>
      <div className={css['newAction']}>
        <SubmitArea submitKey="Enter" className={css['addLine']} onSubmit={() => void add()}>
          <TextField
            ref={line}
            label={t('reviews.actions.text')}
            isLabelHidden
            placeholder={t('reviews.actions.placeholder')}
            maxLength={500}
            value={text}
            onChange={setText}
          />
          <IconButton
            label={t('reviews.actions.add')}
            icon={<Plus aria-hidden />}
            onClick={() => void add()}
          />
        </SubmitArea>
        <div className={css['whoWhen']}>
          <Select
            label={t('reviews.actions.owner')}
            isLabelHidden
            value={ownerId}
            options={personOptions(plan.members, ownerId)}
            onChange={setOwnerId}
          />
          <TextField
            label={t('reviews.actions.due')}
            isLabelHidden
            type="date"
            value={dueDay}
            onChange={setDueDay}
          />
        </div>
      </div>
    </Panel>
  );
}
