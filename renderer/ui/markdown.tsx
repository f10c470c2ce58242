import type { ReactNode } from 'react';
import { Suspense, lazy } from 'react';
import css from './markdown.module.css';

export interface MarkdownProps {
  readonly text: string;
  /** A link was pressed; nothing opens by itself. Without it links are plain text. */
  readonly onLink?: ((url: string) => void) | undefined;
  /** Draws a picture that is kept by its hash: `![alt](evidence:<hash>)`. Without it, and for every other picture, only its words are shown. */
  readonly renderPicture?: ((hash: string, alt: string) => ReactNode) | undefined;
}

const MarkdownBody = lazy(async () => {
  const { MarkdownBody } = await import('./markdown-body.tsx');
  return { default: MarkdownBody };
});

/** Text with Markdown in it, tables too. Raw HTML stays text; nothing is ever fetched. */
export function Markdown({ text, onLink, renderPicture }: MarkdownProps) {
  return (
    <div className={css['markdown']}>
      {isPlain(text) ? (
        <p>{text}</p>
      ) : (
        <Suspense fallback={<p>{text}</p>}>
          <MarkdownBody text={text} onLink={onLink} renderPicture={renderPicture} />
        </Suspense>
      )}
    </div>
  );
}

/** One line without a mark of Markdown needs no parser. */
const isPlain = (text: string): boolean =>
  !/[\\`*_{}[\]<>#+|~\n]|^\s*(?:-|\d+\.)\s|https?:/.test(text);
