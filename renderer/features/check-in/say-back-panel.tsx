import { formatAgo } from '../../i18n/format.ts';
import type { InstructionEntry } from '../../data/instructions.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './check-in-view.module.css';

interface SayBackPanelProps {
  readonly plan: Plan;
  readonly instructions: readonly InstructionEntry[];
  readonly nowMs: number;
  readonly saidBack: Readonly<Record<string, string>>;
  readonly onChange: (instructionId: string, text: string) => void;
}

/** Instructions that wait for the member's own words, with what was said and meant before. */
export function SayBackPanel({ plan, instructions, nowMs, saidBack, onChange }: SayBackPanelProps) {
  if (instructions.length === 0) return null;
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? t('sync.unknownMember');
  return (
    <Panel title={t('checkIn.form.instructions')} note={t('checkIn.form.instructionsNote')}>
      <ul className={css['sayBacks']}>
        {instructions.map(({ id, text, byId, givenAtMs, confirmed, judged }) => (
          <li key={id} className={css['sayBack']}>
            <p className={css['instruction']}>{text}</p>
            <p className={css['faint']}>
              {t('checkIn.form.from', {
                name: nameOf(byId),
                ago: formatAgo(givenAtMs, nowMs),
              })}
            </p>
            {confirmed && judged && (
              <div className={css['before']}>
                <p>{t('checkIn.form.saidBefore', { text: confirmed.text })}</p>
                <p className={css['meant']}>
                  {t('checkIn.form.meant', { name: nameOf(judged.byId), text: judged.note })}
                </p>
              </div>
            )}
            <TextField
              label={t('checkIn.form.ownWords')}
              placeholder={t('checkIn.form.ownWordsHint')}
              multiline
              rows={2}
              maxLength={2_000}
              value={saidBack[id] ?? ''}
              onChange={(words) => onChange(id, words)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
