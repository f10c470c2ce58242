import { useProjection } from './current.ts';
import { useLive } from './live.ts';
import type { Projection } from './projection.ts';

/**
 * A live query whose last answer is shown at once while it is asked anew: for a view that people leave and
 * come back to, which then is drawn whole in one go.
 */
export function recalledLive<T>(query: () => Promise<T>): () => T | undefined {
  let last: { readonly projection: Projection; readonly answer: T } | null = null;
  return function useRecalled() {
    const projection = useProjection();
    const answer = useLive(query, []);
    if (projection && answer !== undefined) last = { projection, answer };
    return answer ?? (last?.projection === projection ? last?.answer : undefined);
  };
}
