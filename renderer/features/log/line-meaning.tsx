import { CornerDownLeft } from 'lucide-react';
import type { ToldOutput } from '#shared/deliverables/log-line-several';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './log-bar.module.css';
import { lineWords, problemText } from './line-words.ts';
import type { LineEditor, LineProblem } from './use-log-line.ts';

interface LineMeaningProps {
  readonly id: string;
  readonly plan: Plan;
  readonly editor: LineEditor;
  /** Whether a form can be opened with what was typed. */
  readonly hasForm?: boolean | undefined;
}

/** The typed line in plain words, as it will be saved, and what is unclear about it. */
export function LineMeaning({ id, plan, editor, hasForm = true }: LineMeaningProps) {
  const { text, outputs, target, problem } = editor;
  if (text.trim() === '') {
    return (
      <div className={css['meaning']}>
        <p id={id} className={css['learn']}>
          {t('log.bar.learn')}
        </p>
        <Hints
          keys={[
            ['↑', t('log.bar.hintRecall')],
            ['Esc', t('log.bar.hintClose')],
          ]}
        />
      </div>
    );
  }
  const shown = problem ?? warningIn(outputs);
  const words = outputs.map(({ line }) => lineWords(line, target, plan));
  return (
    <div className={css['meaning']}>
      <p id={id} aria-live="polite" className={css['words']} data-clear={problem === null}>
        {problem === null && <CornerDownLeft size={14} aria-hidden />}
        {words.map((output, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the words have no other identity
          <span key={at} className={css['output']}>
            {output.map((word, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the words have no other identity
              <span key={index} className={css['word']}>
                {word}
              </span>
            ))}
          </span>
        ))}
        {shown && (
          <span className={problem ? css['problem'] : css['warning']}>
            {problemText(shown.problem, shown.output.text, plan)}
          </span>
        )}
      </p>
      <Hints
        keys={[
          ...(problem && editor.active >= 0 ? [['Tab', t('log.bar.hintComplete')] as const] : []),
          ...(hasForm ? [['Ctrl+↵', t('log.bar.hintForm')] as const] : []),
          ['Esc', t('log.bar.hintClose')],
        ]}
      />
    </div>
  );
}

function warningIn(outputs: readonly ToldOutput[]): LineProblem | null {
  for (const output of outputs) {
    const problem = output.line.problems.find(({ isBlocking }) => !isBlocking);
    if (problem) return { problem, output };
  }
  return null;
}

function Hints({ keys }: { readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <p className={css['hints']} aria-hidden>
      {keys.map(([key, label]) => (
        <span key={key} className={css['hint']}>
          <Kbd>{key}</Kbd> {label}
        </span>
      ))}
    </p>
  );
}
