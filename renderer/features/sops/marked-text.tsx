import { Fragment } from 'react';
import css from './sop-list.module.css';

interface MarkedTextProps {
  readonly text: string;
  /** In lower case. */
  readonly words: readonly string[];
}

/** A text with the words that were looked for marked in it. */
export function MarkedText({ text, words }: MarkedTextProps) {
  if (words.length === 0) return <>{text}</>;
  return (
    <>
      {text.split(/([\p{L}\p{N}]+)/u).map((part, at) =>
        at % 2 === 1 && words.includes(part.toLowerCase()) ? (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text have their place alone
          <mark key={at} className={css['mark']}>
            {part}
          </mark>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text have their place alone
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  );
}
