/** One word of a typed line: where it stands, as typed, and folded for comparison. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  /** Which comma-separated part of the line it belongs to, from 0. */
  readonly part: number;
  /** A colon follows: what comes after it belongs to this word. */
  readonly hasColon: boolean;
}

/** Beyond this many characters a line is a note, not something to interpret: it bounds the work of a keystroke. */
const INTERPRETED_CHARS = 400;

/** Words that join others and mean nothing alone. */
export const GLUE: ReadonlySet<string> = new Set(
  'a an and at for from in of on the to under with worth'.split(' '),
);

const COMBINING_MARKS = /\p{M}/gu;

/** Case, accents and compatibility forms folded away: "Répondre" and "repondre" compare equal. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();

/** How much of a line is read: all of what people type, cut between words where it is longer. */
export function interpretedLength(text: string): number {
  if (text.length <= INTERPRETED_CHARS) return text.length;
  const cut = text.slice(0, INTERPRETED_CHARS);
  return Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), 0);
}

/** The words of a line, in order. Punctuation around a word is left out of its range. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let part = 0;
  for (const chunk of text.matchAll(/@"[^"\n]*"|[^\s]+|\n/g)) {
    const at = chunk.index;
    if (chunk[0] === '\n' || /^[-–—|·]+$/.test(chunk[0])) {
      part += 1;
      continue;
    }
    if (isVerbatim(chunk[0])) {
      const core = chunk[0].replace(/[.,;:!?)\]]+$/, '');
      words.push(wordAt(at, core, part, false));
      if (/[,;]$/.test(chunk[0])) part += 1;
      continue;
    }
    for (const piece of splitAtSeparators(chunk[0])) {
      if (piece.text === '') part += 1;
      else {
        const word = trimmedWord(at + piece.at, piece.text, part);
        if (word) words.push(word);
      }
    }
  }
  return words;
}

/** Text that is taken as it stands: links and quoted client names. */
const isVerbatim = (chunk: string): boolean => /^(https?:\/\/|@")/i.test(chunk);

/** Cuts at commas and semicolons, but not inside `1,200`; an empty piece stands for a separator. */
function splitAtSeparators(chunk: string): { readonly at: number; readonly text: string }[] {
  const pieces: { at: number; text: string }[] = [];
  let from = 0;
  for (let at = 0; at < chunk.length; at += 1) {
    const isSeparator =
      chunk[at] === ';' || (chunk[at] === ',' && !isThousandsComma(chunk, at, from));
    if (!isSeparator) continue;
    if (at > from) pieces.push({ at: from, text: chunk.slice(from, at) });
    pieces.push({ at, text: '' });
    from = at + 1;
  }
  if (from < chunk.length) pieces.push({ at: from, text: chunk.slice(from) });
  return pieces;
}

function isThousandsComma(chunk: string, at: number, from: number): boolean {
  return (
    /^\d{3}(?!\d)/.test(chunk.slice(at + 1, at + 5)) &&
    /^\D{0,3}\d{1,3}(,\d{3})*$/.test(chunk.slice(Math.max(from, at - 20), at))
  );
}

function trimmedWord(at: number, text: string, part: number): Word | null {
  const lead = /^[([{"'“‘]*/.exec(text)?.[0].length ?? 0;
  const core = text.slice(lead).replace(/[.:!?)\]}"'”’]+$/, '');
  if (core === '') return null;
  return wordAt(at + lead, core, part, /:/.test(text.slice(lead + core.length)));
}

const wordAt = (start: number, text: string, part: number, hasColon: boolean): Word => ({
  start,
  end: start + text.length,
  text,
  key: text.length > 60 ? text : foldText(text),
  part,
  hasColon,
});
