import { useMemo, useRef, useState } from 'react';
import type { Completion } from '#shared/deliverables/log-line-completions';
import { completionsOf } from '#shared/deliverables/log-line-completions';
import type { LogLine } from '#shared/deliverables/log-line';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';
import type { ToldOutput } from '#shared/deliverables/log-line-several';
import { parseLogLines } from '#shared/deliverables/log-line-several';
import type { Problem } from '#shared/deliverables/log-line-problems';
import { targetOf } from '#shared/deliverables/log-line-target';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { vocabularyOf } from '../../services/log-vocabulary.ts';
import { readDraft, writeDraft } from '../../state/drafts.ts';
import { pastLines } from './past-lines.ts';

/** Where the bar keeps what is typed. */
const BAR_DRAFT = 'log-line';

export interface LineEditor {
  readonly text: string;
  readonly caret: number;
  /** What it tells: one output, or several of them. */
  readonly outputs: readonly ToldOutput[];
  /** The first of them. */
  readonly line: LogLine;
  /** The open work that the line moves along; null where it makes something new. */
  readonly target: Entry | null;
  /** What must be settled before the line can be saved. */
  readonly problem: LineProblem | null;
  readonly completions: readonly Completion[];
  /** Index of the completion that Enter and Tab take; -1 for none. */
  readonly active: number;
  readonly type: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly highlight: (index: number) => void;
  readonly take: (completion: Completion) => void;
  /** Brings back an earlier line: 1 goes further back, -1 forward again. */
  readonly recall: (step: 1 | -1) => void;
  readonly clear: () => void;
}

/** The line being typed, what it means, and how it may go on. What is typed survives closing the bar. */
export function useLogLine(
  plan: Plan,
  memberId: string,
  opened: string,
  open: readonly Entry[],
  draft = BAR_DRAFT,
): LineEditor {
  const [{ text, caret }, setTyped] = useState(() => {
    const typed = opened || readDraft(draft);
    return { text: typed, caret: typed.length };
  });
  const [highlighted, setHighlighted] = useState(0);
  const back = useRef(0);
  const vocabulary = useMemo(() => vocabularyOf(plan, memberId), [plan, memberId]);
  const outputs = useMemo(() => parseLogLines(text, vocabulary), [text, vocabulary]);
  const line = (outputs[0] ?? { line: parseLogLine('', vocabulary) }).line;
  const target = useMemo(() => targetOf(line, open), [line, open]);
  const problem = blockingProblem(outputs, target);
  const completions = useMemo(
    () =>
      completionsIn(text, caret, problem?.output ?? outputs[0], vocabulary).filter(
        // Work that is found needs no outcome named.
        ({ kind }) => kind !== 'outcome' || target === null,
      ),
    [text, caret, problem?.output, outputs, vocabulary, target],
  );

  const show = (next: string, at: number): void => {
    setTyped({ text: next, caret: at });
    setHighlighted(0);
    writeDraft(draft, next);
  };
  return {
    text,
    caret,
    outputs,
    line,
    target,
    problem,
    completions,
    active: completions.length === 0 ? -1 : Math.min(highlighted, completions.length - 1),
    type: (next, at) => {
      back.current = 0;
      show(next, at);
    },
    moveCaret: (at) => setTyped((typed) => (typed.caret === at ? typed : { ...typed, caret: at })),
    highlight: setHighlighted,
    take: (completion) => show(completion.text, completion.caret),
    recall: (step) => {
      const lines = pastLines();
      back.current = Math.min(lines.length, Math.max(0, back.current + step));
      const recalled = back.current === 0 ? '' : (lines[back.current - 1] ?? '');
      show(recalled, recalled.length);
    },
    clear: () => {
      back.current = 0;
      show('', 0);
    },
  };
}

/** What is unclear, and in which of the outputs. */
export interface LineProblem {
  readonly problem: Problem;
  readonly output: ToldOutput;
}

function blockingProblem(outputs: readonly ToldOutput[], target: Entry | null): LineProblem | null {
  for (const output of outputs) {
    const problem = output.line.problems.find(
      ({ code, isBlocking }) => isBlocking && (!target || !code.startsWith('outcome-')),
    );
    if (problem) return { problem, output };
  }
  return null;
}

/** Completions of one output, with the rest of the line around them. */
function completionsIn(
  text: string,
  caret: number,
  output: ToldOutput | undefined,
  vocabulary: LogVocabulary,
): readonly Completion[] {
  if (!output) return [];
  const { start, line } = output;
  const at = Math.min(output.text.length, Math.max(0, caret - start));
  const after = text.slice(start + output.text.length);
  return completionsOf(output.text, at, line, vocabulary).map((completion) => ({
    ...completion,
    text: text.slice(0, start) + completion.text + after,
    caret: start + completion.caret,
  }));
}
