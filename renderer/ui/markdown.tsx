import { Suspense, lazy } from 'react';
import css from './markdown.module.css';

export interface MarkdownProps {
  readonly text: string;
  /** A link was pressed; nothing opens by itself. Without it links are plain text. */
  readonly onLink?: ((url: string) => void) | undefined;
}

const MarkdownBody = lazy(async () => {
  const { MarkdownBody } = await import('./markdown-body.tsx');
  return { default: MarkdownBody };
});

/** Text with Markdown in it. Raw HTML stays text, pictures are left out. */
export function Markdown({ text, onLink }: MarkdownProps) {
  return (
    <div className={css['markdown']}>
      {isPlain(text) ? (
        <p>{text}</p>
      ) : (
        <Suspense fallback={<p>{text}</p>}>
          <MarkdownBody text={text} onLink={onLink} />
        </Suspense>
      )}
    </div>
  );
}

/** One line without a mark of Markdown needs no parser. */
const isPlain = (text: string): boolean =>
  !/[\\`*_{}[\]<>#+|~\n]|^\s*(?:-|\d+\.)\s|https?:/.test(text);
