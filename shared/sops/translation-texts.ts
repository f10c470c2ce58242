import { textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';
import { fieldStamp } from '../stream/merge.ts';
import type { Readable } from './diff.ts';
import { outlineItems } from './outline.ts';
import type { Step } from './step.ts';
import type { TextPlace } from './translation.ts';
import { placeIn, textField } from './translation.ts';

/** What a text is in its SOP. */
export type SopPart = 'title' | 'purpose' | 'section' | 'stepTitle' | 'how' | 'why' | 'option';

/** A text that can be translated. */
export interface SopText {
  readonly part: SopPart;
  readonly place: TextPlace;
  /** The field of a translation that translates it. */
  readonly field: string;
  readonly original: string;
}

/** The texts that are read together: of the SOP as a whole, of a section, or of a step. */
export interface SopTextBlock {
  readonly kind: 'head' | 'section' | 'step';
  readonly id: string;
  /** The place of a step among the steps, of a section among the sections, from 1; null for the whole. */
  readonly number: number | null;
  readonly texts: readonly SopText[];
}

/** How far a text is translated: not at all, as it stands, or only as it read before. */
export type TextState = 'missing' | 'translated' | 'changed';

/** What a translation said of a text while it had other words. */
export interface FormerText {
  readonly text: string;
  readonly field: string;
}

export interface TranslatedSopText extends SopText {
  readonly state: TextState;
  /** Empty where it is not translated as it stands. */
  readonly text: string;
  /** Null but for what has changed since. */
  readonly former: FormerText | null;
}

/** How many texts of an SOP are translated, and how many have changed since they were. */
export interface TranslationStanding {
  readonly count: number;
  readonly translated: number;
  readonly changed: number;
}

/** All texts of a draft or a version that say something, in the order in which they are read. */
export function sopTextBlocks(readable: Readable): readonly SopTextBlock[] {
  const { title, purpose } = readable;
  const head = [textIn('title', 'title', title), textIn('purpose', 'purpose', purpose)].flat();
  const counts = { step: 0, section: 0 };
  const blocks = outlineItems(readable).map((item): SopTextBlock => {
    counts[item.kind] += 1;
    return {
      kind: item.kind,
      id: item.id,
      number: counts[item.kind],
      texts:
        item.kind === 'step'
          ? textsOfStep(item.step)
          : textIn('section', `section.${item.id}`, item.section.title),
    };
  });
  return [{ kind: 'head' as const, id: '', number: null, texts: head }, ...blocks].filter(
    ({ texts }) => texts.length > 0,
  );
}

const textsOfStep = (step: Step): readonly SopText[] => [
  ...textIn('stepTitle', `step.${step.id}.title`, step.title),
  ...textIn('how', `step.${step.id}.how`, step.how),
  ...textIn('why', `step.${step.id}.why`, step.why),
  ...(step.kind === 'choice' ? step.options : []).flatMap((option) =>
    textIn('option', `step.${step.id}.option`, option),
  ),
];

const textIn = (part: SopPart, place: TextPlace, original: string): readonly SopText[] =>
  original.trim() === '' ? [] : [{ part, place, field: textField(place, original), original }];

/** A text as a translation has it; `state` is undefined where the language has none. */
export type ReadText = (text: SopText) => TranslatedSopText;

/** Reads the texts of one SOP out of a translation. */
export function textReader(state: RecordState | undefined): ReadText {
  if (!state) return (text) => ({ ...text, state: 'missing', text: '', former: null });
  const byPlace = writtenByPlace(state);
  return (text) => {
    const said = textOf(state.fields, text.field).trim();
    if (said !== '') return { ...text, state: 'translated', text: said, former: null };
    const former = text.field in state.fields ? null : formerOf(text, byPlace);
    return { ...text, state: former ? 'changed' : 'missing', text: '', former };
  };
}

interface Written extends FormerText {
  readonly stamp: string;
}

/** Choices stand at one place together: which of them had other words before, nobody can tell. */
function formerOf(text: SopText, byPlace: ReadonlyMap<string, Written>): FormerText | null {
  return text.part === 'option' ? null : (byPlace.get(text.place) ?? null);
}

/** The latest that was said at each place, whatever the words there were. */
function writtenByPlace(state: RecordState): ReadonlyMap<string, Written> {
  const latest = new Map<string, Written>();
  for (const field of Object.keys(state.fields)) {
    const place = placeIn(field);
    const text = textOf(state.fields, field).trim();
    if (place === '' || text === '') continue;
    const stamp = fieldStamp(state, field);
    if ((latest.get(place)?.stamp ?? '') < stamp) latest.set(place, { text, field, stamp });
  }
  return latest;
}

/** How far a language has come with the texts of an SOP. */
export function translationStanding(
  blocks: readonly SopTextBlock[],
  read: ReadText,
): TranslationStanding {
  const states = blocks.flatMap(({ texts }) => texts.map((text) => read(text).state));
  return {
    count: states.length,
    translated: states.filter((state) => state === 'translated').length,
    changed: states.filter((state) => state === 'changed').length,
  };
}

/** What the words are, or were, that the fields of a translation translate, as drafts and versions have them. */
export const originalsIn = (readables: readonly Readable[]): ReadonlyMap<string, string> =>
  new Map(
    readables.flatMap((readable) =>
      sopTextBlocks(readable).flatMap(({ texts }) =>
        texts.map(({ field, original }) => [field, original] as const),
      ),
    ),
  );

const PICTURE = /\]\(evidence:([0-9a-f]{64})\)/g;

/** How many pictures of a text its translation leaves out. */
export function lostPictures(original: string, translation: string): number {
  const kept = new Set(picturesIn(translation));
  return picturesIn(original).filter((hash) => !kept.has(hash)).length;
}

const picturesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PICTURE)].map(([, hash = '']) => hash)),
];
