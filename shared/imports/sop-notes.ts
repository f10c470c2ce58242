import type { ImportNote, ImportNoteCode } from './sop-document.ts';

const TEXT_CHARS = 120;
/** A document that is wrong on every line is wrong as a whole: the first places say enough. */
const MOST_NOTES = 2_000;

/** Gathers what was not understood. */
export class ImportNotes {
  readonly #notes: ImportNote[] = [];

  add(code: ImportNoteCode, line: number, text: string): void {
    if (this.#notes.length >= MOST_NOTES) return;
    const words = text.replaceAll(/\s+/g, ' ').trim();
    const short = words.length > TEXT_CHARS ? `${words.slice(0, TEXT_CHARS).trimEnd()}…` : words;
    this.#notes.push({ code, line, text: short });
  }

  addAll(notes: readonly ImportNote[]): void {
    this.#notes.push(...notes.slice(0, MOST_NOTES - this.#notes.length));
  }

  /** By line. */
  get list(): readonly ImportNote[] {
    return this.#notes.toSorted((a, b) => a.line - b.line);
  }
}
