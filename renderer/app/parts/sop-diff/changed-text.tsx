import { useMemo } from 'react';
import type { TextPart } from '#shared/sops/word-diff';
import { joinedChanges, wordDiff } from '#shared/sops/word-diff';
import { t } from '../../../i18n/text.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import css from './sop-diff.module.css';

interface ChangedTextProps {
  readonly before: string;
  readonly after: string;
  /** One side of the two, or both in one text. */
  readonly side: 'before' | 'after' | 'both';
  /** Names, numbers and choices are one word: not compared letter by letter. */
  readonly isWhole?: boolean;
}

/** A text with what changed in it marked; said as well as shown, since a colour says nothing by itself. */
export function ChangedText({ before, after, side, isWhole = false }: ChangedTextProps) {
  const parts = useMemo(
    () => partsOf(before, after, { isWhole, isBoth: side === 'both' }),
    [before, after, isWhole, side],
  );
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : null;
  const shown = parts.filter(({ kind }) => kind !== hidden);
  if (shown.length === 0)
    return <span className={css['nothing']}>{t('sopVersions.diff.nothing')}</span>;
  return (
    <span className={css['text']}>
      {shown.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other name
        <Part key={index} part={part} />
      ))}
    </span>
  );
}

function Part({ part: { kind, text } }: { readonly part: TextPart }) {
  if (kind === 'same') return <>{text}</>;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <>
      <VisuallyHidden>
        {t(kind === 'removed' ? 'sopVersions.diff.wasRemoved' : 'sopVersions.diff.wasAdded')}{' '}
      </VisuallyHidden>
      <Mark className={css[kind]}>{text}</Mark>
    </>
  );
}

function partsOf(
  before: string,
  after: string,
  { isWhole, isBoth }: { readonly isWhole: boolean; readonly isBoth: boolean },
): readonly TextPart[] {
  if (isWhole) return wholeParts(before, after);
  const parts = wordDiff(before, after);
  return isBoth ? joinedChanges(parts) : parts;
}

const wholeParts = (before: string, after: string): readonly TextPart[] => [
  ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
  ...(before === '' || after === '' ? [] : [{ kind: 'same' as const, text: ' ' }]),
  ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
];
