import { CompiledCalendars, termsBook } from '#shared/metrics/terms';
import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';

/** What work is measured by until its member's terms have been stored. */
export const NO_TERMS: TermsSource = { members: {}, outcomes: {}, calendars: {} };

export interface StoredTerms {
  readonly book: TermsBook;
  /** Otherwise it is nobody's: what is measured by it is to be measured anew, which takes a mark. */
  readonly isStored: boolean;
}

interface KeptBook extends StoredTerms {
  readonly text: string;
  isChecked: boolean;
}

/** The stored terms of audiences that one writer keeps between its transactions. */
export class KeptTerms {
  readonly #books = new Map<Audience, KeptBook>();
  readonly #compiled = new CompiledCalendars();

  async of(db: Projection, audience: Audience): Promise<StoredTerms> {
    const kept = this.#books.get(audience);
    if (kept?.isChecked) return kept;
    const stored = await db.terms.get(audience);
    const isStored = stored !== undefined;
    const text = JSON.stringify(stored?.source ?? NO_TERMS);
    // What was compiled of them is worth more than the reading.
    const book =
      kept?.text === text ? kept.book : termsBook(stored?.source ?? NO_TERMS, this.#compiled);
    const read = { text, book, isStored, isChecked: isStored };
    this.#books.set(audience, read);
    return read;
  }

  /** Somebody else may have stored others since. */
  doubt(): void {
    for (const kept of this.#books.values()) kept.isChecked = false;
  }
}
