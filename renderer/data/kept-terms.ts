import { CompiledCalendars, termsBook } from '#shared/metrics/terms';
import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import type { TermsRecord } from './stored.ts';

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
    return kept?.isChecked ? kept : this.#keep(audience, await db.terms.get(audience));
  }

  /** Has all in hand that are stored. */
  async readAll(db: Projection): Promise<void> {
    for (const stored of await db.terms.toArray()) this.#keep(stored.audience, stored);
  }

  #keep(audience: Audience, stored: TermsRecord | undefined): KeptBook {
    const kept = this.#books.get(audience);
    const isStored = stored !== undefined;
    const source = stored?.source ?? NO_TERMS;
    const text = JSON.stringify(source);
    // What was compiled of them is worth more than the reading.
    const book = kept?.text === text ? kept.book : termsBook(source, this.#compiled);
    const read = { text, book, isStored, isChecked: isStored };
    this.#books.set(audience, read);
    return read;
  }

  /** Somebody else may have stored others since. */
  doubt(): void {
    for (const kept of this.#books.values()) kept.isChecked = false;
  }
}
