import { useState } from 'react';
import type { PathStep } from '#shared/sops/path';
import type { SopWords } from '#shared/sops/sop-words';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import { t } from '../../i18n/text.ts';

interface Seen {
  readonly shown: readonly PathStep[];
  readonly news: string;
  /** Where the assistant stood when it was news. */
  readonly atId: string;
}

/**
 * What the last answer did to the way: steps that came, and steps that are not asked any more. Empty for
 * nothing, and once the assistant has gone on.
 */
export function usePathNews(shown: readonly PathStep[], atId: string): string {
  const words = useSopWords();
  const [seen, setSeen] = useState<Seen>({ shown, news: '', atId });
  if (seen.shown === shown) return seen.atId === atId ? seen.news : '';
  const news = newsOf(seen.shown, shown, words);
  const next = news === '' ? { ...seen, shown } : { shown, news, atId };
  setSeen(next);
  return next.atId === atId ? next.news : '';
}

function newsOf(before: readonly PathStep[], after: readonly PathStep[], words: SopWords): string {
  const added = missingIn(after, before);
  const gone = missingIn(before, after);
  return [
    added.length > 0 &&
      t('checklists.stepsCame', { count: added.length, title: titleOf(added, words) }),
    gone.length > 0 &&
      t('checklists.stepsWent', { count: gone.length, title: titleOf(gone, words) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function missingIn(these: readonly PathStep[], those: readonly PathStep[]): readonly PathStep[] {
  const known = new Set(those.map(({ step }) => step.id));
  return these.filter(({ step }) => !known.has(step.id));
}

const titleOf = ([first]: readonly PathStep[], words: SopWords): string =>
  first ? words.step(first.step).title : '';
