import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { LogToken } from '#shared/deliverables/log-line-reading';
import { t } from '../../i18n/text.ts';
import css from './log-field.module.css';
import type { LineEditor } from './use-log-line.ts';

interface LogFieldProps {
  readonly editor: LineEditor;
  readonly placeholder: string;
  readonly listId: string;
  readonly meaningId: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Longer than anybody types; the whole of it fits into one change. */
const LINE_LIMIT = 4_000;

/**
 * One line of text with what each stretch means marked behind it. The marks lie in a layer of the same
 * face and measure, so that the caret, selection and input methods stay the browser's own.
 */
export function LogField({ editor, placeholder, listId, meaningId, onKeyDown }: LogFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const { text, caret, active } = editor;

  useLayoutEffect(() => {
    input.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const field = input.current;
    // A taken completion puts the caret after it; typing leaves it where the browser has it.
    if (field && field.selectionStart !== caret && field.selectionStart === field.selectionEnd) {
      field.setSelectionRange(caret, caret);
    }
    if (field && marks.current) marks.current.scrollLeft = field.scrollLeft;
  });

  return (
    <div className={css['field']}>
      <div ref={marks} className={css['marks']} aria-hidden>
        {markedStretches(editor).map((token) => (
          <Mark key={token.start} token={token} text={text} />
        ))}
      </div>
      <input
        ref={input}
        className={css['input']}
        type="text"
        role="combobox"
        aria-label={t('log.bar.label')}
        aria-autocomplete="list"
        aria-expanded={active >= 0}
        aria-controls={listId}
        aria-describedby={meaningId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={LINE_LIMIT}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) =>
          editor.type(target.value, target.selectionStart ?? target.value.length)
        }
        onSelect={({ currentTarget }) => {
          if (currentTarget.selectionStart !== null) editor.moveCaret(currentTarget.selectionStart);
        }}
        onScroll={({ currentTarget }) => {
          if (marks.current) marks.current.scrollLeft = currentTarget.scrollLeft;
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The tokens of every output where they stand in the whole line, and what joins them as gaps. */
function markedStretches({ text, outputs }: LineEditor): readonly LogToken[] {
  const all: LogToken[] = [];
  let at = 0;
  for (const output of outputs) {
    if (output.start > at) all.push({ kind: 'gap', start: at, end: output.start });
    for (const { kind, start, end } of output.line.tokens) {
      all.push({ kind, start: start + output.start, end: end + output.start });
    }
    at = output.start + output.text.length;
  }
  if (at < text.length) all.push({ kind: 'gap', start: at, end: text.length });
  return all;
}

function Mark({ token, text }: { readonly token: LogToken; readonly text: string }) {
  const words = text.slice(token.start, token.end);
  if (token.kind === 'gap' || token.kind === 'note') return <span>{words}</span>;
  return (
    <mark className={css['mark']} data-kind={token.kind}>
      {words}
    </mark>
  );
}
