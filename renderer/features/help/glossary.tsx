import { useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import css from './glossary.module.css';
import { sortedTerms } from './terms.ts';

/** Every word that means one thing, and only that, on all screens; one of them in sight. */
export function Glossary({ termId }: { readonly termId: string }) {
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-term="${termId}"]`)?.scrollIntoView({ block: 'center' });
  }, [termId]);
  return (
    <div className={css['glossary']}>
      <h2 className={css['title']}>{t('help.glossary')}</h2>
      <p className={css['text']}>{t('help.glossaryText')}</p>
      <dl ref={list}>
        {sortedTerms().map((term) => (
          <div
            key={term}
            className={css['term']}
            data-term={term}
            aria-current={term === termId ? 'true' : undefined}
          >
            <dt>{t(`helpTerms.${term}.title`)}</dt>
            <dd>{t(`helpTerms.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
