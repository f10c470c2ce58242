import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../../services/announce.ts';
import { addDecision, removeAgreed } from '../../../services/reviews.ts';
import type { ReviewDesk } from '../../../services/reviews.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './desk.module.css';

/** What is decided: one line each, Enter adds it. */
export function DecisionsPanel({ desk }: { readonly desk: ReviewDesk }) {
  const [text, setText] = useState('');
  const decisions = desk.stored?.decisions ?? [];

  async function add(): Promise<void> {
    if (text.trim() === '') return;
    // Emptied at once: whoever types on does so into the next one.
    setText('');
    const saved = await addDecision(desk, text);
    if (saved.ok) return;
    announceFailure(saved.error);
    setText((typed) => typed || text);
  }

  async function remove(id: string): Promise<void> {
    announceSaved(t('reviews.undo.removed'), await removeAgreed(desk, 'decision', id));
  }

  return (
    <Panel title={t('reviews.decisions.title')} note={decisions.length || undefined}>
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id} className={css['agreed']}>
            <span className={css['said']}>{decision.text}</span>
            <IconButton
              size="sm"
              label={t('reviews.decisions.remove', { text: decision.text })}
              icon={<X aria-hidden />}
              onClick={() => void remove(decision.id)}
            />
          </li>
        ))}
      </ul>
      <SubmitArea submitKey="Enter" className={css['addLine']} onSubmit={() => void add()}>
        <TextField
          label={t('reviews.decisions.label')}
          isLabelHidden
          placeholder={t('reviews.decisions.placeholder')}
          maxLength={500}
          value={text}
          onChange={setText}
        />
        <IconButton
          label={t('reviews.decisions.add')}
          icon={<Plus aria-hidden />}
          onClick={() => void add()}
        />
      </SubmitArea>
    </Panel>
  );
}
