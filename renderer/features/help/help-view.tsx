import '../../i18n/view-words.ts';
import '../../i18n/help-words.ts';
import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { VIEWS, replaceRoute, useRoute } from '../../state/route.ts';
import type { RouteParams } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ArticlePage } from './article-page.tsx';
import { articleOfView, articlesOf, idOf } from './articles.ts';
import { Contents } from './contents.tsx';
import { Glossary } from './glossary.tsx';
import { HelpHome } from './help-home.tsx';
import css from './help-view.module.css';
import { GLOSSARY, openArticle } from './open-article.ts';
import { helpSearch } from './search.ts';

/** The help: what is in it, found by words, and one page of it. `params.article`, or `params.about` a screen. */
export function HelpView() {
  const { params } = useRoute();
  const seat = useSession((state) => state.seat);
  const shownId = articleIn(params, seat);
  const articles = articlesOf(seat);
  const article = articles.find((each) => idOf(each) === shownId);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const search = useMemo(() => helpSearch(articlesOf(seat)), [seat]);
  const found = useMemo(() => (asked === '' ? null : search(asked)), [search, asked]);
  const isPage = article !== undefined || shownId === GLOSSARY;
  return (
    <Page title={t('help.title')} subtitle={t('help.subtitle')} layout="fill">
      <div className={css['columns']} data-page={isPage || undefined}>
        <Contents
          query={query}
          onQuery={setQuery}
          found={found}
          seat={seat}
          shownId={shownId}
          onOpen={openArticle}
        />
        <article className={css['page']} aria-label={t('help.page')} tabIndex={-1}>
          {isPage && (
            <Button
              size="sm"
              variant="quiet"
              className={css['all']}
              icon={<ArrowLeft size={14} aria-hidden />}
              onClick={() => replaceRoute('help')}
            >
              {t('help.all')}
            </Button>
          )}
          {article ? (
            <ArticlePage key={shownId} article={article} seat={seat} />
          ) : shownId === GLOSSARY ? (
            <Glossary termId={params['term'] ?? ''} />
          ) : (
            <HelpHome seat={seat} />
          )}
        </article>
      </div>
    </Page>
  );
}

function articleIn(params: RouteParams, seat: Seat): string {
  const about = VIEWS.find((view) => view === params['about']);
  return about ? articleOfView(about, seat) : (params['article'] ?? '');
}
