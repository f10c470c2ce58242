import type { Section } from './section.ts';
import type { Sop } from './sop.ts';
import type { Step } from './step.ts';
import type { SopTranslation, TextPlace } from './translation.ts';
import { spokenText } from './translation.ts';

/** What is read of a step. */
export type SpokenStep = Pick<Step, 'title' | 'how' | 'why'>;

type Titled = Pick<Sop, 'title' | 'purpose'>;

/**
 * How an SOP is shown to a reader. Only what is drawn goes through here: answers, conditions and whatever is
 * stored keep the words of the version.
 */
export interface SopWords {
  readonly title: (sop: Pick<Titled, 'title'>) => string;
  readonly purpose: (sop: Pick<Titled, 'purpose'>) => string;
  readonly section: (section: Pick<Section, 'id' | 'title'>) => string;
  readonly step: (step: Step) => SpokenStep;
  /** One of the answers of a `choice`, as it is stored. */
  readonly option: (step: Pick<Step, 'id'>, option: string) => string;
}

/** The words of the version itself. */
export const SOURCE_WORDS: SopWords = {
  title: ({ title }) => title,
  purpose: ({ purpose }) => purpose,
  section: ({ title }) => title,
  step: (step) => step,
  option: (_, option) => option,
};

/** The words of a translation, and of the version wherever there is none of just these. */
export function sopWords(translation: SopTranslation | undefined): SopWords {
  if (!translation) return SOURCE_WORDS;
  const say = (place: TextPlace, original: string): string =>
    original === '' ? '' : spokenText(translation, place, original);
  const steps = new WeakMap<Step, SpokenStep>();
  const spoken = (step: Step): SpokenStep => {
    const known = steps.get(step);
    if (known) return known;
    const said = {
      title: say(`step.${step.id}.title`, step.title),
      how: say(`step.${step.id}.how`, step.how),
      why: say(`step.${step.id}.why`, step.why),
    };
    steps.set(step, said);
    return said;
  };
  return {
    title: ({ title }) => say('title', title),
    purpose: ({ purpose }) => say('purpose', purpose),
    section: ({ id, title }) => say(`section.${id}`, title),
    step: spoken,
    option: ({ id }, option) => say(`step.${id}.option`, option),
  };
}
