import MiniSearch from 'minisearch';
import type { Sop } from '#shared/sops/sop';

/** The SOPs that hold what was looked for. One answer for all of them: thousands pass between threads at every key. */
export interface SopHits {
  /** Best first. */
  readonly sopIds: readonly string[];
  /** The words that matched in any of them, in lower case: what to mark. */
  readonly words: readonly string[];
  /** The step in which most of it is, by SOP; none where all of it is in the title, or nothing in a step. */
  readonly places: ReadonlyMap<string, SopPlace>;
}

export interface SopPlace {
  /** Of the step, from 1. */
  readonly number: number;
  readonly text: string;
}

export const NO_HITS: SopHits = { sopIds: [], words: [], places: new Map() };

interface Doc {
  readonly id: string;
  readonly title: string;
  /** Purpose, sections and steps, each word once: how often one stands there says nothing. */
  readonly words: string;
}

/** Where in a step is told for so many hits: nobody reads further down before typing on. */
const TOLD = 60;
const SNIPPET_LENGTH = 90;
const TELLING_LENGTH = 3;

/** The words of SOPs, found by what they begin with, best first. */
export class SopIndex {
  readonly #words = new MiniSearch<Doc>({
    fields: ['title', 'words'],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 6 },
      combineWith: 'AND',
      // What is still being typed is a beginning; what stands before it is a word.
      prefix: (_term, at, terms) => at === terms.length - 1,
    },
  });
  readonly #sops = new Map<string, Sop>();

  get size(): number {
    return this.#sops.size;
  }

  put(sop: Sop): void {
    if (this.#sops.get(sop.id) === sop) return;
    this.remove(sop.id);
    this.#sops.set(sop.id, sop);
    this.#words.add(docOf(sop));
  }

  remove(sopId: string): void {
    if (this.#sops.delete(sopId)) this.#words.discard(sopId);
  }

  /** Nothing found with the words as they are typed is looked for once more with slips of the finger. */
  find(query: string): SopHits {
    const terms = termsOf(query);
    const last = terms.at(-1) ?? '';
    // One or two letters begin half of all words: beside other words they wait until they say more.
    const isBegun = last.length < TELLING_LENGTH && terms.length > 1;
    const wanted = (isBegun ? terms.slice(0, -1) : terms).join(' ');
    const isShort = last.length < TELLING_LENGTH && terms.length === 1;
    const exact = this.#words.search(wanted, isShort ? { fields: ['title'] } : {});
    const found = exact.length > 0 || isShort ? exact : this.#words.search(wanted, { fuzzy: 0.3 });
    const places = new Map<string, SopPlace>();
    for (const { id, match } of found.slice(0, TOLD)) {
      const sop = this.#sops.get(String(id));
      const isInHead = Object.values(match).every((fields) => fields.includes('title'));
      const place = sop && !isInHead ? placeOf(sop, Object.keys(match)) : null;
      if (place) places.set(String(id), place);
    }
    return {
      sopIds: found.map(({ id }) => String(id)),
      words: [...new Set(found.flatMap(({ terms: matched }) => matched))],
      places,
    };
  }
}

/** As the index takes a text apart. */
const termsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term !== '');

function docOf({ id, title, purpose, draftSteps, draftSections }: Sop): Doc {
  const words = new Set(termsOf(purpose));
  for (const section of draftSections) for (const term of termsOf(section.title)) words.add(term);
  for (const { title: what, how, why, options } of draftSteps) {
    for (const term of termsOf([what, how, why, ...options].join('\n'))) words.add(term);
  }
  return { id, title, words: [...words].join(' ') };
}

/** The first step with most of the words, and the line of it that has one. */
function placeOf(sop: Sop, words: readonly string[]): SopPlace | null {
  let best: SopPlace | null = null;
  let most = 0;
  for (const [at, { title, how, why, options }] of sop.draftSteps.entries()) {
    const lines = [title, ...how.split('\n'), why, ...options];
    const all = lines.join('\n').toLowerCase();
    const count = words.filter((word) => all.includes(word)).length;
    if (count <= most) continue;
    most = count;
    const line = lines.find((each) => words.some((word) => each.toLowerCase().includes(word)));
    best = { number: at + 1, text: snippet(line ?? title, words) };
  }
  return best;
}

/** A part of a line, without its Markdown mark, around the first word that matched. */
function snippet(written: string, words: readonly string[]): string {
  const line = written.replace(/^\s*(?:[-*+#]+|\d+[.)])\s+/, '');
  const lower = line.toLowerCase();
  const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((each) => each >= 0));
  if (line.length <= SNIPPET_LENGTH || !Number.isFinite(at)) return line.slice(0, SNIPPET_LENGTH);
  const from = Math.max(0, at - SNIPPET_LENGTH / 3);
  const start = from === 0 ? 0 : line.indexOf(' ', from) + 1;
  return `${start > 0 ? '…' : ''}${line.slice(start, start + SNIPPET_LENGTH)}…`;
}
