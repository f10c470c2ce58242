import type { DayKey } from '../day.ts';
import type { Failure } from '../result.ts';
import type { Step } from '../sops/step.ts';
import type { TableFailureCode } from './table-failure.ts';

/** What one document may hold; beyond it reading stops with a failure that names the place. */
export const SOP_LIMITS = {
  chars: 1024 * 1024,
  lines: 20_000,
  /** Quotes and lists within one another on one line. */
  depth: 60,
  /** Columns before a list mark or a quote: lists within one another over many lines. */
  indent: 400,
  /** Elements of a page within one another. */
  elements: 400,
  /** Marks such as `[` or `*` in one paragraph: each could open what any later one closes. */
  marks: 3_000,
  frontMatterChars: 16 * 1024,
  steps: 2_000,
  sops: 200,
  titleChars: 160,
  purposeChars: 2_000,
  /** Bytes of UTF-8: a step has to fit into one change. */
  howBytes: 24 * 1024,
} as const;

/** Why a document cannot be read as an SOP. `detail` holds `line`, `limit` and `chars` where they apply. */
export type SopFailureCode =
  | 'sop-empty'
  | 'sop-too-large'
  | 'sop-too-deep'
  | 'sop-too-tangled'
  | 'sop-too-slow'
  | 'sop-unreadable'
  | TableFailureCode;

export type SopFailure = Failure<SopFailureCode>;

export const IMPORT_NOTES = [
  'no-steps',
  'empty-step',
  'front-matter-unread',
  'front-matter-unused',
  'section-left-out',
  'text-left-out',
  'text-moved',
  'title-shortened',
  'purpose-shortened',
  'how-shortened',
  'steps-left-out',
  'picture-left-out',
  'link-left-out',
  'html-left-out',
  'footnote-left-out',
  'column-unused',
  'cell-unread',
  'setting-unread',
  'rule-unread',
  'procedure-unknown',
] as const;
export type ImportNoteCode = (typeof IMPORT_NOTES)[number];

/** Something that was not understood, or not taken as it stands. */
export interface ImportNote {
  readonly code: ImportNoteCode;
  /** Counted from 1; 0 where a place has no line. */
  readonly line: number;
  /** The words in question, shortened. */
  readonly text: string;
}

/** A step as it was read. Its id is provisional, told apart within one document: rules name steps by it. */
export interface ImportedStep extends Omit<Step, 'order'> {
  readonly line: number;
}

/** Steps under their heading; a title of null where they come before every heading. */
export interface ImportedGroup {
  readonly title: string | null;
  readonly line: number;
  readonly steps: readonly ImportedStep[];
}

export interface ImportedSop {
  readonly title: string;
  readonly purpose: string;
  /** As the document names them; empty where it does not. */
  readonly ownerName: string;
  readonly reviewOn: DayKey;
  readonly reviewEveryDays: number | null;
  readonly groups: readonly ImportedGroup[];
}

/** How shapes that can be read either way are to be read. */
export interface SopChoices {
  /** A procedure for each heading of this depth; 0 is one for the whole document. */
  readonly split: 0 | 1 | 2;
  /** What numbered headings are. */
  readonly headings: 'steps' | 'sections';
  /** What numbered and ticked points within a step become. */
  readonly nested: 'how' | 'steps';
  /** What points without number and box become. */
  readonly bullets: 'how' | 'steps';
  /** What becomes of a heading with text and no list under it. */
  readonly prose: 'steps' | 'leave';
}

/** Which choices make a difference in this document, and how it would be split. */
export interface SopOffers {
  readonly headings: boolean;
  readonly nested: boolean;
  readonly bullets: boolean;
  readonly prose: boolean;
  readonly splits: readonly { readonly depth: 1 | 2; readonly titles: readonly string[] }[];
}

/** A document read as procedures: one, or several where it is split. */
export interface SopReading {
  readonly sops: readonly ImportedSop[];
  readonly notes: readonly ImportNote[];
  readonly choices: SopChoices;
  readonly offers: SopOffers;
}

export const NO_OFFERS: SopOffers = {
  headings: false,
  nested: false,
  bullets: false,
  prose: false,
  splits: [],
};

export const PLAIN_CHOICES: SopChoices = {
  split: 0,
  headings: 'steps',
  nested: 'how',
  bullets: 'how',
  prose: 'steps',
};
