import { useEffect, useRef } from 'react';
import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Article } from './articles.ts';
import { articleGroups, idOf } from './articles.ts';
import css from './contents.module.css';
import { GLOSSARY, openTerm } from './open-article.ts';
import type { Found } from './search.ts';
import { usePageKeys } from './use-page-keys.ts';

interface ContentsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Null while nothing is looked for. */
  readonly found: readonly Found[] | null;
  readonly seat: Seat;
  readonly shownId: string;
  readonly onOpen: (id: string) => void;
}

/** Every page of the help, or those that were found. Arrows go through them, from the field on. */
export function Contents({ query, onQuery, found, seat, shownId, onOpen }: ContentsProps) {
  const list = useRef<HTMLElement>(null);
  usePageKeys(list);
  useEffect(() => {
    list.current?.querySelector(`[data-page="${shownId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);
  return (
    <nav ref={list} aria-label={t('help.pages')} className={css['contents']}>
      <TextField
        label={t('help.search')}
        placeholder={t('help.searchPlaceholder')}
        type="search"
        value={query}
        onChange={onQuery}
        autoFocus
      />
      <div className={css['list']}>
        {found ? (
          <Results found={found} shownId={shownId} onOpen={onOpen} />
        ) : (
          <>
            {articleGroups(seat).map(({ title, articles }) => (
              <section key={title} aria-label={t(title)}>
                <h2 className={css['group']}>{t(title)}</h2>
                <ul>
                  {articles.map((article) => (
                    <PageLine
                      key={idOf(article)}
                      article={article}
                      shownId={shownId}
                      onOpen={onOpen}
                    />
                  ))}
                </ul>
              </section>
            ))}
            <section aria-label={t('help.group.words')}>
              <h2 className={css['group']}>{t('help.group.words')}</h2>
              <ul>
                <Line
                  pageId={GLOSSARY}
                  title={t('help.glossary')}
                  isShown={shownId === GLOSSARY}
                  onOpen={() => onOpen(GLOSSARY)}
                />
              </ul>
            </section>
          </>
        )}
      </div>
      <p role="status" className={css['count']}>
        {found &&
          (found.length === 0 ? t('help.nothing') : t('help.found', { count: found.length }))}
      </p>
    </nav>
  );
}

function Results({
  found,
  shownId,
  onOpen,
}: Pick<ContentsProps, 'shownId' | 'onOpen'> & { readonly found: readonly Found[] }) {
  return (
    <ul>
      {found.map((each) =>
        each.kind === 'article' ? (
          <PageLine key={each.id} article={each.article} shownId={shownId} onOpen={onOpen} isTold />
        ) : (
          <Line
            key={`term ${each.id}`}
            title={t(`helpTerms.${each.term}.title`)}
            text={t(`helpTerms.${each.term}.text`)}
            isShown={false}
            onOpen={() => openTerm(each.id)}
          />
        ),
      )}
    </ul>
  );
}

interface PageLineProps extends Pick<ContentsProps, 'shownId' | 'onOpen'> {
  readonly article: Article;
  /** With what it is about. */
  readonly isTold?: boolean;
}

function PageLine({ article, shownId, onOpen, isTold = false }: PageLineProps) {
  const id = idOf(article);
  return (
    <Line
      pageId={id}
      title={t(`${article.words}.title`)}
      text={isTold ? t(`${article.words}.text`) : undefined}
      isShown={shownId === id}
      onOpen={() => onOpen(id)}
    />
  );
}

interface LineProps {
  readonly pageId?: string | undefined;
  readonly title: string;
  readonly text?: string | undefined;
  readonly isShown: boolean;
  readonly onOpen: () => void;
}

function Line({ pageId, title, text, isShown, onOpen }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className={css['line']}
        data-page={pageId}
        aria-current={isShown ? 'page' : undefined}
        onClick={onOpen}
      >
        <span className={css['title']}>{title}</span>
        {text !== undefined && <span className={css['text']}>{text}</span>}
      </button>
    </li>
  );
}
