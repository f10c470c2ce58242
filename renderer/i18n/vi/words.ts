import type { Words } from '../words.ts';
import { byArea } from '../by-area.ts';

/** Vietnamese: a file an area, named as the English one. */
export const words: Words = byArea(
  import.meta.glob<Words>('./*.json', { eager: true, import: 'default' }),
);
