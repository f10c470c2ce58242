import { replaceRoute } from '../../state/route.ts';

/** The id of the glossary among the pages. */
export const GLOSSARY = 'glossary';

/** Shows a page in the place of another: Back leads to the screen that one came from. */
export const openArticle = (id: string): void => replaceRoute('help', { article: id });

export const openTerm = (term: string): void => replaceRoute('help', { article: GLOSSARY, term });
