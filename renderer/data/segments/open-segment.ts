import type { IndexEntry } from './segment-index.ts';
import { packIndex, unpackIndex } from './segment-index.ts';
import { linesById } from './segment-line.ts';

/** A segment as it is stored. */
export interface SegmentTexts {
  readonly body: string;
  readonly index: string;
}

/**
 * A segment in hand: packed lines and their index entries by id. It is taken apart when somebody asks;
 * once written it is its texts again, so that it keeps nothing alive of what its lines were read from.
 */
export class OpenSegment {
  readonly key: string;
  readonly part: number;
  isDirty: boolean;
  #texts: SegmentTexts | null;
  #lines: Map<string, string> | null = null;
  #index: Map<string, IndexEntry> | null = null;

  /** `texts`: as they are stored; null of a new one. */
  constructor(key: string, part: number, texts: SegmentTexts | null) {
    this.key = key;
    this.part = part;
    this.isDirty = texts === null;
    this.#texts = texts;
  }

  get lines(): Map<string, string> {
    return (this.#lines ??= this.#texts ? linesById(this.#texts.body) : new Map());
  }

  get index(): Map<string, IndexEntry> {
    return (this.#index ??= new Map(
      this.#texts && unpackIndex(this.#texts.index).map((entry) => [entry[0], entry]),
    ));
  }

  /** What is to be stored of it. */
  pack(): SegmentTexts {
    const body = [...this.lines.values()].join('\n');
    const index = packIndex([...this.index.values()]);
    this.#texts = { body, index };
    this.#lines = null;
    this.#index = null;
    this.isDirty = false;
    return this.#texts;
  }
}
