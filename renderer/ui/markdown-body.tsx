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

export function MarkdownBody({ text, onLink }: MarkdownProps) {
  return (
    <ReactMarkdown
      allowedElements={ALLOWED}
      unwrapDisallowed
      components={{
        a: ({ href, children }) =>
          onLink && href?.startsWith('https://') ? (
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
          ) : (
            <span>{children}</span>
          ),
      }}
    >
      {text}
    </ReactMarkdown>
  );
}
