import { Check } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Entry } from '../data/entry.ts';
import { openEntries } from '../data/deliverables.ts';
import { useLive } from '../data/live.ts';
import type { Plan } from '../data/plan.ts';
import { LineMeaning } from '../features/log/line-meaning.tsx';
import { lineWords } from '../features/log/line-words.ts';
import { LogCompletions } from '../features/log/log-completions.tsx';
import { LogField } from '../features/log/log-field.tsx';
import { rememberLine } from '../features/log/past-lines.ts';
import { submitLine } from '../features/log/submit-line.ts';
import { useLogLine } from '../features/log/use-log-line.ts';
import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { outcomesOf } from '../services/log-vocabulary.ts';
import type { Worker } from '../services/worker.ts';
import css from './quick-log.module.css';

const NONE: readonly Entry[] = [];
const DRAFT = 'quick-line';
const SHOWN = 2;

interface QuickLineProps {
  readonly plan: Plan;
  readonly worker: Worker;
  /** Who logs, and where. */
  readonly whose: string;
  readonly onClose: () => void;
}

interface Told {
  readonly key: number;
  readonly tone: 'good' | 'bad';
  readonly words: string;
}

/** A line in the grammar of the log bar. Enter saves it: into the journal, which is on disk when "Saved" is said. */
export function QuickLine({ plan, worker, whose, onClose }: QuickLineProps) {
  const open = useLive(() => openEntries(worker.memberId), [worker.memberId]) ?? NONE;
  const editor = useLogLine(plan, worker.memberId, '', open, DRAFT);
  const [told, setTold] = useState<readonly Told[]>([]);
  const isSaving = useRef(false);
  const id = useId();
  const [example] = outcomesOf(plan, worker.memberId);
  useFocusInSight(id);

  const tell = (tone: Told['tone'], words: string): void =>
    setTold((all) => [{ key: (all[0]?.key ?? 0) + 1, tone, words }, ...all].slice(0, SHOWN));

  /** One output after the other; what is left in the line is what is still to be saved. */
  async function submit(): Promise<void> {
    if (isSaving.current) return;
    isSaving.current = true;
    const { text, outputs, target } = editor;
    for (const [at, { line }] of outputs.entries()) {
      const saved = await submitLine(line, target, worker);
      if (!saved?.ok) {
        if (saved) tell('bad', failureText(saved.error).title);
        break;
      }
      const rest = text.slice(outputs[at + 1]?.start ?? text.length);
      if (rest === '') rememberLine(text);
      tell('good', lineWords(line, target, plan).join(' · '));
      editor.type(rest, rest.length);
    }
    isSaving.current = false;
  }

  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { active, completions, problem, text } = editor;
    const completion = completions[active];
    const act = (() => {
      if (event.key === 'Escape') return onClose;
      if (event.key === 'Enter') {
        if (problem) return completion ? () => editor.take(completion) : null;
        return text.trim() === '' ? null : () => void submit();
      }
      if (event.key === 'Tab' && completion && !event.shiftKey)
        return () => editor.take(completion);
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return null;
      const { length } = completions;
      if (length > 0) return () => editor.highlight((active + step + length) % length);
      return () => editor.recall(step === 1 ? -1 : 1);
    })();
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <section id={id} aria-label={whose} className={css['line']}>
      <div className={css['strip']}>
        <LogField
          editor={editor}
          placeholder={
            example
              ? t('log.bar.placeholderWith', { unit: example.unit, outcome: example.name })
              : t('log.bar.noOutcomes')
          }
          listId={`${id}-list`}
          meaningId={`${id}-meaning`}
          onKeyDown={pressed}
        />
      </div>
      <div className={css['meaning']}>
        <LineMeaning id={`${id}-meaning`} plan={plan} editor={editor} hasForm={false} />
        <LogCompletions id={`${id}-list`} editor={editor} plan={plan} />
      </div>
      <div role="status" className={css['saved']}>
        {told.map(({ key, tone, words }) => (
          <p key={key} data-tone={tone}>
            {tone === 'good' && <Check size={14} aria-hidden />}
            {tone === 'good' && <strong>{t('log.bar.saved')}</strong>}
            <span>{words}</span>
          </p>
        ))}
      </div>
      <p className={css['whose']}>{whose}</p>
    </section>
  );
}

/** The line has the focus whenever the window comes back. */
function useFocusInSight(id: string): void {
  useEffect(() => {
    const focus = (): void =>
      document.getElementById(id)?.querySelector<HTMLInputElement>('input')?.focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [id]);
}
