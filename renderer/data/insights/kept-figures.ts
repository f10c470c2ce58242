import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Projection } from '../projection.ts';
import { onSumsChanged } from '../row-changes.ts';
import type { FiguresQuery } from './figures.ts';

/** Those of the view, of the days it is compared with, and of what was looked at before. */
const KEPT_ANSWERS = 4;

/**
 * The last answers about figures, until anything is written that they are made of: whoever comes back to
 * Insights finds them as they were.
 */
class KeptFigures {
  readonly #answers = new Map<string, Figures>();
  readonly #stop: () => void;
  #writes = 0;

  constructor(db: Projection) {
    this.#stop = onSumsChanged(db, () => {
      this.#writes += 1;
      this.#answers.clear();
    });
  }

  close(): void {
    this.#stop();
  }

  of(query: FiguresQuery): Figures | undefined {
    return this.#answers.get(keyOf(query));
  }

  /** Keeps what is read, unless something was written meanwhile. */
  async take(query: FiguresQuery, read: () => Promise<Figures>): Promise<Figures> {
    const writes = this.#writes;
    const figures = await read();
    if (writes !== this.#writes) return figures;
    const key = keyOf(query);
    this.#answers.delete(key);
    this.#answers.set(key, figures);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    return figures;
  }
}

const keyOf = (query: FiguresQuery): string => JSON.stringify(query, Object.keys(query).toSorted());

let opened: { readonly db: Projection; readonly kept: KeptFigures } | null = null;

/** The ones of the session's database; those of another are let go. */
export function keptFigures(db: Projection): KeptFigures {
  if (opened?.db === db) return opened.kept;
  opened?.kept.close();
  opened = { db, kept: new KeptFigures(db) };
  return opened.kept;
}
