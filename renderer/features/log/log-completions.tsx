import type { Completion } from '#shared/deliverables/log-line-completions';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import css from './log-completions.module.css';
import type { LineEditor } from './use-log-line.ts';

interface LogCompletionsProps {
  readonly id: string;
  readonly editor: LineEditor;
  readonly plan: Plan;
}

/** What may be meant; the field keeps the focus, so the options are reached by its keys or the pointer. */
export function LogCompletions({ id, editor, plan }: LogCompletionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('log.bar.suggestions')}
      className={css['list']}
      hidden={editor.active < 0}
    >
      {editor.completions.map((completion, index) => {
        const { label, hint } = wordsOf(completion, plan);
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field takes the keys
          <div
            key={completion.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === editor.active}
            tabIndex={-1}
            className={css['option']}
            onPointerMove={() => editor.highlight(index)}
            // Pressing must not take the focus from the field.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => editor.take(completion)}
          >
            <span>{label}</span>
            <span className={css['hint']}>{hint}</span>
          </div>
        );
      })}
    </div>
  );
}

function wordsOf(
  completion: Completion,
  plan: Plan,
): { readonly label: string; readonly hint: string } {
  if (completion.kind === 'client') return { label: completion.value, hint: '' };
  if (completion.kind === 'outcome') {
    const outcome = plan.outcomeById.get(completion.value);
    return { label: outcome?.name ?? '', hint: outcome?.unit ?? '' };
  }
  const on = BLOCKED_ON_KEYS[completion.value as keyof typeof BLOCKED_ON_KEYS];
  return { label: t(on), hint: '' };
}

const BLOCKED_ON_KEYS = {
  manager: 'log.on.manager',
  client: 'log.on.client',
  colleague: 'log.on.colleague',
  system: 'log.on.system',
  self: 'log.on.self',
} as const;
