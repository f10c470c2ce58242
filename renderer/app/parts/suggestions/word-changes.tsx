import { useMemo } from 'react';
import { wordDiff } from '#shared/sops/word-diff';
import { t } from '../../../i18n/text.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import css from './suggestions.module.css';

interface WordChangesProps {
  readonly before: string;
  readonly after: string;
}

/** One text as it becomes: what goes is struck through, what comes is underlined; both are said to who listens. */
export function WordChanges({ before, after }: WordChangesProps) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className={css['changed']}>
      {parts.map(({ kind, text }, at) => {
        // The parts of one text stand in their places and are drawn anew together.
        const key = `${at} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={key} className={css[kind]}>
            <VisuallyHidden>{t(`sopInsights.changes.${kind}`)} </VisuallyHidden>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
