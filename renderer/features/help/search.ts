import MiniSearch from 'minisearch';
import { t } from '../../i18n/text.ts';
import type { Article } from './articles.ts';
import { idOf } from './articles.ts';
import { TERMS } from './terms.ts';
import type { Term } from './terms.ts';

/** What was found: a page, or a word of the glossary. */
export type Found =
  | { readonly kind: 'article'; readonly id: string; readonly article: Article }
  | { readonly kind: 'term'; readonly id: string; readonly term: Term };

interface Doc {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly body: string;
  readonly found: Found;
}

/** How many are shown: a list that fits beside the page. */
const SHOWN = 12;
/** A fifth of a word may be mistyped, of words that are long enough for that. */
const FUZZY_RATIO = 0.2;
const FUZZY_FROM_LENGTH = 4;

/** Answers what is looked for in the pages of a seat, in the language that is spoken; best first. */
export function helpSearch(articles: readonly Article[]): (query: string) => readonly Found[] {
  const docs = [...articles.map(articleDoc), ...TERMS.map(termDoc)];
  const byId = new Map(docs.map(({ id, found }) => [id, found]));
  const index = new MiniSearch<Doc>({
    fields: ['title', 'text', 'body'],
    searchOptions: {
      boost: { title: 8, text: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (word) => (word.length >= FUZZY_FROM_LENGTH ? FUZZY_RATIO : false),
    },
  });
  index.addAll(docs);
  return (query) =>
    index
      .search(query)
      .slice(0, SHOWN)
      .flatMap(({ id }) => byId.get(String(id)) ?? []);
}

function articleDoc(article: Article): Doc {
  const { words, numbers = [] } = article;
  const id = idOf(article);
  return {
    id: `article ${id}`,
    title: t(`${words}.title`),
    text: t(`${words}.text`),
    body: [t(`${words}.how`), ...numbers.flatMap(([name, meaning]) => [t(name), t(meaning)])].join(
      '\n',
    ),
    found: { kind: 'article', id, article },
  };
}

const termDoc = (term: Term): Doc => ({
  id: `term ${term}`,
  title: t(`helpTerms.${term}.title`),
  text: t(`helpTerms.${term}.text`),
  body: '',
  found: { kind: 'term', id: term, term },
});
