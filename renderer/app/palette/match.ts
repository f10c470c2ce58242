/** A text made ready to be looked in, once, so that each key costs little. */
export interface Findable {
  /** Lower case without accents, one character for each of the text's. */
  readonly folded: string;
  /** Which letters and digits occur: most texts are told apart from a question by this alone. */
  readonly letters: number;
}

/** A stretch of the text that a question names: from, to (not included). */
export type Stretch = readonly [number, number];

export interface Match {
  /** Higher is better. */
  readonly score: number;
  readonly stretches: readonly Stretch[];
}

export const findable = (text: string): Findable => {
  const folded = fold(text);
  return { folded, letters: lettersOf(folded) };
};

/** What somebody typed, word by word. */
export interface Question {
  readonly words: readonly string[];
  readonly letters: number;
}

export function questionOf(typed: string): Question {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return { words, letters: lettersOf(words.join('')) };
}

/**
 * How a text answers a question; null where it does not. Each word has to occur: as it stands, best at the
 * beginning of a word, or as the letters of it in their order, of which the first begins a word ("prup" finds
 * "Product uploads"), unless it is asked `asWritten`.
 */
export function matchOf(
  text: Findable,
  { words, letters }: Question,
  asWritten = false,
): Match | null {
  if ((text.letters & letters) !== letters) return null;
  let score = 0;
  const stretches: Stretch[] = [];
  for (const word of words) {
    const stands = asItStands(text.folded, word);
    const found = stands ?? (asWritten ? null : inOrder(text.folded, word));
    if (found === null) return null;
    score += found.score;
    stretches.push(...found.stretches);
  }
  // Of two that say the same the shorter is nearer.
  return { score: score - text.folded.length / 1_000, stretches: joined(stretches) };
}

const AT_START = 100;
const AT_WORD = 80;
const INSIDE = 50;
const IN_ORDER = 20;

function asItStands(text: string, word: string): Match | null {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (!beginsWord(text, at)) continue;
    const isWhole = at + word.length === text.length || !isLetter(text, at + word.length);
    const score = (at === 0 ? AT_START : AT_WORD) + (isWhole ? 5 : 0);
    return { score, stretches: [[at, at + word.length]] };
  }
  return first < 0 ? null : { score: INSIDE, stretches: [[first, first + word.length]] };
}

/** Of one letter only what begins with it means anything. */
const FEWEST_IN_ORDER = 2;

function inOrder(text: string, word: string): Match | null {
  if (word.length < FEWEST_IN_ORDER) return null;
  const letter = word[0] ?? '';
  for (let start = text.indexOf(letter); start >= 0; start = text.indexOf(letter, start + 1)) {
    const stretches = beginsWord(text, start) ? lettersFrom(text, word, start) : null;
    if (stretches) {
      // Letters that stand together, or begin words, are meant; such that lie about are chance.
      return { score: IN_ORDER - stretches.length, stretches };
    }
  }
  return null;
}

/** Each next letter directly after the last, else where a word begins, else where it comes first. */
function lettersFrom(text: string, word: string, start: number): Stretch[] | null {
  const stretches: Stretch[] = [[start, start + 1]];
  let at = start;
  for (const letter of word.slice(1)) {
    const next = nextPlace(text, letter, at);
    if (next < 0) return null;
    const last = stretches.at(-1);
    if (last && last[1] === next) stretches.splice(-1, 1, [last[0], next + 1]);
    else stretches.push([next, next + 1]);
    at = next;
  }
  // A letter here and a letter there is no answer.
  return stretches.length <= Math.max(2, Math.ceil(word.length / 2)) ? stretches : null;
}

function nextPlace(text: string, letter: string, after: number): number {
  if (text[after + 1] === letter) return after + 1;
  const first = text.indexOf(letter, after + 1);
  for (let at = first; at >= 0; at = text.indexOf(letter, at + 1)) {
    if (beginsWord(text, at)) return at;
  }
  return first;
}

const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
};

const beginsWord = (text: string, at: number): boolean =>
  at === 0 || (!isLetter(text, at - 1) && isLetter(text, at));

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  if (stretches.length < 2) return stretches;
  const all: Stretch[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) all.splice(-1, 1, [last[0], Math.max(last[1], to)]);
    else all.push([from, to]);
  }
  return all;
}

/** Character by character: what is found is shown at its place in the text itself. */
function fold(text: string): string {
  // oxlint-disable-next-line no-control-regex -- everything of ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    folded += char.normalize('NFD').charAt(0).toLowerCase().charAt(0) || char;
  }
  return folded;
}

const A = 97;
const ZERO = 48;

/** A bit for each letter, and one for each two digits; others have none. */
function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code >= A && code < A + 26) letters |= 1 << (code - A);
    else if (code >= ZERO && code < ZERO + 10) letters |= 1 << (26 + ((code - ZERO) >> 1));
  }
  return letters;
}
