import type { ComponentProps } from 'react';
import { createContext, use, useMemo } from 'react';
import ReactMarkdown, { defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import css from './markdown.module.css';
import type { MarkdownProps } from './markdown.tsx';

/** Everything that a step's text may use; the rest is shown as its text. */
const ALLOWED = [
  'p',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'ul',
  'ol',
  'li',
  'a',
  'img',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'br',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

const PICTURE = /^evidence:([0-9a-f]{64})$/;

const ActsContext = createContext<Pick<MarkdownProps, 'onLink' | 'renderPicture'>>({});

const PLUGINS = [remarkGfm];

/** Each element with what it may carry and nothing else: plug-ins add ids, classes and styles of their own. */
const COMPONENTS = {
  a: Link,
  img: Picture,
  table: Table,
  li: ({ children }: ComponentProps<'li'>) => <li>{children}</li>,
  ul: ({ children }: ComponentProps<'ul'>) => <ul>{children}</ul>,
  h1: ({ children }: ComponentProps<'h1'>) => <h1>{children}</h1>,
  h2: ({ children }: ComponentProps<'h2'>) => <h2>{children}</h2>,
  h3: ({ children }: ComponentProps<'h3'>) => <h3>{children}</h3>,
  h4: ({ children }: ComponentProps<'h4'>) => <h4>{children}</h4>,
  th: ({ children, style }: ComponentProps<'th'>) => (
    <th data-align={style?.textAlign}>{children}</th>
  ),
  td: ({ children, style }: ComponentProps<'td'>) => (
    <td data-align={style?.textAlign}>{children}</td>
  ),
};

export function MarkdownBody({ text, onLink, renderPicture }: MarkdownProps) {
  const acts = useMemo(() => ({ onLink, renderPicture }), [onLink, renderPicture]);
  return (
    <ActsContext value={acts}>
      <ReactMarkdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        components={COMPONENTS}
        remarkPlugins={PLUGINS}
        urlTransform={(url) => (PICTURE.test(url) ? url : defaultUrlTransform(url))}
      >
        {text}
      </ReactMarkdown>
    </ActsContext>
  );
}

function Link({ href, children }: ComponentProps<'a'>) {
  const { onLink } = use(ActsContext);
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

/** A picture from elsewhere is not fetched: its words stand for it. */
function Picture({ src, alt = '' }: ComponentProps<'img'>) {
  const { renderPicture } = use(ActsContext);
  const hash = typeof src === 'string' ? PICTURE.exec(src)?.[1] : undefined;
  if (hash === undefined || !renderPicture) return <span>{alt}</span>;
  return renderPicture(hash, alt);
}

function Table({ children }: ComponentProps<'table'>) {
  return (
    <div className={css['table']}>
      <table>{children}</table>
    </div>
  );
}
