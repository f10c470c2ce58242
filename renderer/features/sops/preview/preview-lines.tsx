import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Answer, Answers } from '#shared/sops/answer';
import { t } from '../../../i18n/text.ts';
import type { PreviewRow } from './preview-rows.ts';
import { PreviewStep } from './preview-step.tsx';
import css from './preview.module.css';

interface PreviewLinesProps {
  readonly rows: readonly PreviewRow[];
  readonly onAnswers: (change: (answers: Answers) => Answers) => void;
}

/** From here on only the lines in sight are drawn. */
const VIRTUAL_FROM = 40;
const LINE_PX = 150;

export function PreviewLines({ rows, onAnswers }: PreviewLinesProps) {
  const list = useRef<HTMLOListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const isVirtual = rows.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scrolls]') ?? null,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => LINE_PX,
    overscan: 2,
    scrollMargin: topPx,
  });
  useLayoutEffect(() => setTopPx(list.current?.offsetTop ?? 0), [isVirtual]);
  const answer = useCallback(
    (stepId: string, given: Answer | null) =>
      onAnswers((answers) => {
        const next = new Map(answers);
        if (given) next.set(stepId, given);
        else next.delete(stepId);
        return next;
      }),
    [onAnswers],
  );
  const drawn = isVirtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, startPx: start - topPx }))
    : rows.map((_, index) => ({ index, startPx: undefined }));
  return (
    <ol
      ref={list}
      className={css['lines']}
      data-virtual={isVirtual || undefined}
      style={isVirtual ? { height: virtualizer.getTotalSize() } : undefined}
    >
      {drawn.map(({ index, startPx }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <li
            key={row.id}
            ref={isVirtual ? virtualizer.measureElement : undefined}
            data-index={index}
            className={css['line']}
            style={startPx === undefined ? undefined : { transform: `translateY(${startPx}px)` }}
          >
            {row.kind === 'section' ? (
              <h4 className={css['section']}>{row.title || t('sops.editor.sectionUntitled')}</h4>
            ) : (
              <PreviewStep
                step={row.at.step}
                number={row.number}
                isRequired={row.at.isRequired}
                answer={row.at.answer}
                problem={row.at.problem}
                onAnswer={answer}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
