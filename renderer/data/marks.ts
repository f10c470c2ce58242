import type { Projection } from './projection.ts';
import type { WriterMark } from './stored.ts';

export async function writerMark(db: Projection): Promise<WriterMark | undefined> {
  const mark = await db.marks.get('writer');
  return mark?.key === 'writer' ? mark : undefined;
}

/** Whether roll-ups may be measured by other terms than the plan's. */
export const areTermsStale = async (db: Projection): Promise<boolean> =>
  (await db.marks.get('staleTerms')) !== undefined;

/** Types that work is measured by. */
const TERMS_TYPES: ReadonlySet<string> = new Set([
  'workspace',
  'member',
  'outcome',
  'calendar',
  'outage',
  'absence',
]);

export const bearsOnTerms = ({ type }: { readonly type: string }): boolean => TERMS_TYPES.has(type);

/** In the transaction that brings the news, so that nothing that happens in between can lose it. */
export async function markTermsStale(db: Projection): Promise<void> {
  await db.marks.put({ key: 'staleTerms' });
}
