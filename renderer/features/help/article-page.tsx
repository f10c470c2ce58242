import { ArrowRight } from 'lucide-react';
import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { keysOf } from './article-keys.ts';
import css from './article-page.module.css';
import type { Article } from './articles.ts';
import { articlesOf, idOf } from './articles.ts';
import { openArticle } from './open-article.ts';

interface ArticlePageProps {
  readonly article: Article;
  readonly seat: Seat;
}

/** One page: what it is for, how it goes, its keys, what its numbers mean, and what to read next. */
export function ArticlePage({ article, seat }: ArticlePageProps) {
  const { words, view, keys, numbers = [], see = [] } = article;
  const next = articlesOf(seat).filter((each) => see.includes(idOf(each)));
  return (
    <div className={css['article']}>
      <header className={css['head']}>
        <h2 className={css['title']}>{t(`${words}.title`)}</h2>
        {view && (
          <Button size="sm" icon={<ArrowRight size={14} aria-hidden />} onClick={() => go(view)}>
            {t('help.open', { view: t(`app.nav.${view}`) })}
          </Button>
        )}
      </header>
      <p className={css['text']}>{t(`${words}.text`)}</p>
      <ul className={css['how']}>
        {t(`${words}.how`)
          .split('\n')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      {keys && (
        <section aria-labelledby="help-keys">
          <h3 id="help-keys" className={css['part']}>
            {t('help.keys')}
          </h3>
          <dl className={css['keys']}>
            {keysOf(keys, seat).map((shortcut) => (
              <div key={shortcut.label}>
                <dt>{shortcut.label}</dt>
                <dd>
                  {shortcut.keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {numbers.length > 0 && (
        <section aria-labelledby="help-numbers">
          <h3 id="help-numbers" className={css['part']}>
            {t('help.numbers')}
          </h3>
          <dl className={css['numbers']}>
            {numbers.map(([name, meaning]) => (
              <div key={meaning}>
                <dt>{t(name)}</dt>
                <dd>{t(meaning)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {next.length > 0 && (
        <section aria-labelledby="help-next">
          <h3 id="help-next" className={css['part']}>
            {t('help.next')}
          </h3>
          <ul className={css['next']}>
            {next.map((each) => (
              <li key={idOf(each)}>
                <Button size="sm" variant="quiet" onClick={() => openArticle(idOf(each))}>
                  {t(`${each.words}.title`)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
