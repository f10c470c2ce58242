import { createContext } from 'react';
import type { SopHits } from '../../data/sop-search/sop-index.ts';

/** What of a list is to be marked as found. */
export type FoundWords = Pick<SopHits, 'words' | 'places'>;

export const NOTHING_MARKED: FoundWords = { words: [], places: new Map() };

/** Apart from the columns: a line that stays as it was is drawn anew only where words are marked. */
export const FoundWordsContext = createContext<FoundWords>(NOTHING_MARKED);
