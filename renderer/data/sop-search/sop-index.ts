import MiniSearch from 'minisearch';
import type { Sop } from '#shared/sops/sop';

/** An SOP that holds what was looked for. */
export interface SopHit {
  readonly sopId: string;
  /** The words of the SOP that matched, in lower case: what to mark. */
  readonly words: readonly string[];
  /** The step in which most of it is; null where it is in the title or purpose. */
  readonly place: { readonly number: number; readonly text: string } | null;
}

interface Doc {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  /** Titles of steps and sections. */
  readonly steps: string;
  /** How, why and options. */
  readonly texts: string;
}

/** Where in a step is told for so many hits: nobody reads further down before typing on. */
const TOLD = 100;
const SNIPPET_LENGTH = 90;

/** The words of SOPs, found by what they begin with, best first. */
export class SopIndex {
  readonly #words = new MiniSearch<Doc>({
    fields: ['title', 'purpose', 'steps', 'texts'],
    searchOptions: {
      boost: { title: 6, steps: 2, purpose: 2 },
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
  find(query: string): readonly SopHit[] {
    const isShort = query.trim().length < 3;
    // One or two letters begin half of all words: they are looked for where they tell something.
    const exact = this.#words.search(query, isShort ? { fields: ['title'] } : {});
    const found = exact.length > 0 || isShort ? exact : this.#words.search(query, { fuzzy: 0.2 });
    return found.map(({ id, match }, at) => {
      const words = Object.keys(match);
      const isInHead = Object.values(match).some(
        (fields) => fields.includes('title') || fields.includes('purpose'),
      );
      const sop = at < TOLD && !isInHead ? this.#sops.get(String(id)) : undefined;
      return { sopId: String(id), words, place: sop ? placeOf(sop, words) : null };
    });
  }
}

const docOf = (sop: Sop): Doc => ({
  id: sop.id,
  title: sop.title,
  purpose: sop.purpose,
  steps: [...sop.draftSteps, ...sop.draftSections].map(({ title }) => title).join('\n'),
  texts: sop.draftSteps
    .map(({ how, why, options }) => [how, why, ...options].join('\n'))
    .join('\n'),
});

/** The first step with most of the words, and the line of it that has one. */
function placeOf(sop: Sop, words: readonly string[]): SopHit['place'] {
  let best: SopHit['place'] = null;
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

/** A part of a line around the first word that matched. */
function snippet(line: string, words: readonly string[]): string {
  const lower = line.toLowerCase();
  const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((each) => each >= 0));
  if (line.length <= SNIPPET_LENGTH || !Number.isFinite(at)) return line.slice(0, SNIPPET_LENGTH);
  const from = Math.max(0, at - SNIPPET_LENGTH / 3);
  const start = from === 0 ? 0 : line.indexOf(' ', from) + 1;
  return `${start > 0 ? '…' : ''}${line.slice(start, start + SNIPPET_LENGTH)}…`;
}
