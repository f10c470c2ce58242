import { CompiledCalendars, termsBook } from '#shared/metrics/terms';
import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import type { Audience } from '#shared/stream/change';
import { markTermsStale } from './marks.ts';
import type { Projection } from './projection.ts';

/** What work is measured by until its member's terms have been stored. */
export const NO_TERMS: TermsSource = { members: {}, outcomes: {}, calendars: {} };

interface KeptBook {
  readonly text: string;
  readonly book: TermsBook;
  isChecked: boolean;
}

/** The stored terms of audiences that one writer keeps between its transactions. */
export class KeptTerms {
  readonly #books = new Map<Audience, KeptBook>();
  readonly #compiled = new CompiledCalendars();

  /** Inside a transaction. */
  async of(db: Projection, audience: Audience): Promise<TermsBook> {
    const kept = this.#books.get(audience);
    if (kept?.isChecked) return kept.book;
    const stored = await db.terms.get(audience);
    if (!stored) await markTermsStale(db);
    const source = stored?.source ?? NO_TERMS;
    const text = JSON.stringify(source);
    // What was compiled of them is worth more than the reading.
    const book = kept?.text === text ? kept.book : termsBook(source, this.#compiled);
    this.#books.set(audience, { text, book, isChecked: stored !== undefined });
    return book;
  }

  /** Somebody else may have stored others since. */
  doubt(): void {
    for (const kept of this.#books.values()) kept.isChecked = false;
  }
}
