import type { ComponentProps } from 'react';
import { createContext, use } from 'react';
import ReactMarkdown from 'react-markdown';
import type { MarkdownProps } from './markdown.tsx';

/** Everything that a step's text may use; the rest is shown as its text. */
const ALLOWED = [
  'p',
  'strong',
  'em',
  'code',
  'pre',
  'ul',
  'ol',
  'li',
  'a',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'br',
];

const LinkContext = createContext<MarkdownProps['onLink']>(undefined);

const COMPONENTS = { a: Link };

export function MarkdownBody({ text, onLink }: MarkdownProps) {
  return (
    <LinkContext value={onLink}>
      <ReactMarkdown allowedElements={ALLOWED} unwrapDisallowed components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </LinkContext>
  );
}

function Link({ href, children }: ComponentProps<'a'>) {
  const onLink = use(LinkContext);
  if (!onLink || href === undefined || !href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        onLink(href);
      }}
    >
      {children}
    </a>
  );
}
