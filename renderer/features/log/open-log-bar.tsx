import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { LogLine } from '#shared/deliverables/log-line';
import { fail } from '#shared/result';
import type { Entry } from '../../data/entry.ts';
import { openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import type { Worker } from '../../services/worker.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LineMeaning } from './line-meaning.tsx';
import { lineWords } from './line-words.ts';
import { LogCompletions } from './log-completions.tsx';
import { LogField } from './log-field.tsx';
import css from './log-bar.module.css';
import { rememberLine } from './past-lines.ts';
import { SavedLines } from './saved-lines.tsx';
import { newEntryOf, submitLine } from './submit-line.ts';
import { useClickElsewhere } from './use-click-elsewhere.ts';
import { useLogLine } from './use-log-line.ts';
import type { Undo } from './use-saved-lines.ts';
import { useSavedLines } from './use-saved-lines.ts';

const NONE: readonly Entry[] = [];

interface OpenLogBarProps {
  readonly plan: Plan;
  readonly worker: Worker;
  readonly opened: string;
  readonly onClose: () => void;
}

export function OpenLogBar({ plan, worker, opened, onClose }: OpenLogBarProps) {
  const open = useLive(() => openEntries(worker.memberId), [worker.memberId]) ?? NONE;
  const editor = useLogLine(plan, worker.memberId, opened, open);
  const saved = useSavedLines();
  const [isSaving, setIsSaving] = useState(false);
  const id = useId();
  const bar = useRef<HTMLElement>(null);
  const { line, text, target, problem } = editor;
  // An empty bar would only hide the top of what somebody turns to; a line begun waits for its end.
  useClickElsewhere(bar, text === '' ? onClose : null);
  const [example] = outcomesOf(plan, worker.memberId);
  const placeholder = example
    ? t('log.bar.placeholderWith', { unit: example.unit, outcome: example.name })
    : t('log.bar.noOutcomes');

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    for (const [at, output] of editor.outputs.entries()) {
      const rest = text.slice(editor.outputs[at + 1]?.start ?? text.length);
      if (!(await submitOutput(output.line, rest))) break;
    }
    setIsSaving(false);
  }

  /** Saves one output and leaves in the line what is still to be saved. Answers whether it was. */
  async function submitOutput(told: LogLine, rest: string): Promise<boolean> {
    let isTold = false;
    const tell = (): void => {
      if (isTold) return;
      isTold = true;
      if (rest === '') {
        setIsSaving(false);
        rememberLine(text);
      }
      saved.add(lineWords(told, target, plan).join(' · '), async () => await undoOf(saving));
      editor.type(rest, rest.length);
    };
    // Saved is what the journal has: nobody waits for the lists to show it.
    const saving = submitLine(told, target, worker, tell);
    const result = await saving;
    if (result?.ok) tell();
    if (result?.ok === false) announceFailure(result.error);
    return result?.ok ?? false;
  }

  function enter(): void {
    const completion = editor.completions[editor.active];
    if (problem && completion) editor.take(completion);
    else if (!problem && text.trim() !== '') void submit();
  }

  function openForm(): void {
    const isWorkToCome = line.intent !== 'log' && line.intent !== 'done';
    const values = newEntryOf(line, line.outcomeId ?? '');
    openEntryDialog({ kind: 'new', values, isRequest: isWorkToCome });
    editor.clear();
    onClose();
  }

  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { active, completions } = editor;
    const completion = completions[active];
    const isList = completions.length > 0;
    const act = (() => {
      if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? openForm : enter;
      if (event.key === 'Escape') return onClose;
      if (event.key === 'Tab' && completion && !event.shiftKey)
        return () => editor.take(completion);
      if (event.key === 'ArrowDown' && isList) {
        return () => editor.highlight((active + 1) % completions.length);
      }
      if (event.key === 'ArrowUp' && isList) {
        return () => editor.highlight((active + completions.length - 1) % completions.length);
      }
      if (event.key === 'ArrowUp') return () => editor.recall(1);
      if (event.key === 'ArrowDown') return () => editor.recall(-1);
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      return isUndo && text === '' ? () => void saved.undoLast() : null;
    })();
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <section ref={bar} className={css['bar']} aria-label={t('log.bar.label')}>
      <div className={css['strip']}>
        <LogField
          editor={editor}
          placeholder={placeholder}
          listId={`${id}-list`}
          meaningId={`${id}-meaning`}
          onKeyDown={pressed}
        />
        <IconButton
          label={t('log.bar.close')}
          icon={<X size={16} aria-hidden />}
          size="sm"
          onClick={onClose}
        />
      </div>
      <div className={css['panel']}>
        <LineMeaning id={`${id}-meaning`} plan={plan} editor={editor} />
        <LogCompletions id={`${id}-list`} editor={editor} plan={plan} />
        <SavedLines lines={saved.lines} onUndo={saved.undo} />
      </div>
    </section>
  );
}

async function undoOf(saving: ReturnType<typeof submitLine>): ReturnType<Undo> {
  const result = await saving;
  return result?.ok ? await result.value.undo() : fail('unexpected', 'never');
}
