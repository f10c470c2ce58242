import type { ReactNode } from 'react';
import { Component, Suspense, lazy } from 'react';
import { t } from '../i18n/text.ts';
import { isTooDeep } from './markdown-depth.ts';
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
      ) : isTooDeep(text) ? (
        <AsTyped text={text} />
      ) : (
        <PlainOnFailure text={text}>
          <Suspense fallback={<p>{text}</p>}>
            <MarkdownBody text={text} onLink={onLink} renderPicture={renderPicture} />
          </Suspense>
        </PlainOnFailure>
      )}
    </div>
  );
}

function AsTyped({ text }: { readonly text: string }) {
  return (
    <>
      <p className={css['typed']}>{text}</p>
      <p className={css['note']}>{t('ui.asTyped')}</p>
    </>
  );
}

interface PlainOnFailureProps {
  readonly text: string;
  readonly children: ReactNode;
}

interface PlainOnFailureState {
  readonly hasFailed: boolean;
  readonly text: string;
}

/** A text that the parser gives up on is still a text; another one is tried anew. */
class PlainOnFailure extends Component<PlainOnFailureProps, PlainOnFailureState> {
  override state: PlainOnFailureState = { hasFailed: false, text: this.props.text };

  static getDerivedStateFromError(): Partial<PlainOnFailureState> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(
    { text }: PlainOnFailureProps,
    state: PlainOnFailureState,
  ): PlainOnFailureState | null {
    return text === state.text ? null : { hasFailed: false, text };
  }

  override render(): ReactNode {
    const { text, children } = this.props;
    return this.state.hasFailed ? <AsTyped text={text} /> : children;
  }
}

/** One line without a mark of Markdown needs no parser. */
const isPlain = (text: string): boolean =>
  !/[\\`*_{}[\]<>#+|~\n]|^\s*(?:-|\d+\.)\s|https?:/.test(text);
