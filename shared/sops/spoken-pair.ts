import type { Readable } from './diff.ts';
import type { SopWords } from './sop-words.ts';

/**
 * Two states of one procedure to be compared in a reader's words. A text that both have is said in the
 * translation only where it says both, and tells them apart: a difference between two languages, or one that a
 * translation swallows, would be no news. Choices keep the words that conditions are written in.
 */
export function spokenPair(
  words: SopWords,
  before: Readable,
  after: Readable,
): { readonly before: Readable; readonly after: Readable } {
  return {
    before: spokenBeside(words, before, after),
    after: spokenBeside(words, after, before),
  };
}

/** One of the two, as it is said beside the other one. */
function spokenBeside(words: SopWords, own: Readable, other: Readable): Readable {
  const otherSteps = new Map(other.steps.map((step) => [step.id, step]));
  const otherSections = new Map(other.sections.map((section) => [section.id, section]));
  return {
    title: beside(own.title, other.title, (title) => words.title({ title })),
    purpose: beside(own.purpose, other.purpose, (purpose) => words.purpose({ purpose })),
    sections: own.sections.map((section) => ({
      ...section,
      title: beside(section.title, otherSections.get(section.id)?.title, (title) =>
        words.section({ id: section.id, title }),
      ),
    })),
    steps: own.steps.map((step) => {
      const facing = otherSteps.get(step.id);
      const said = words.step(step);
      const faced = facing && words.step(facing);
      const part = (name: 'title' | 'how' | 'why'): string =>
        beside(step[name], facing?.[name], (text) => (text === step[name] ? said : faced)?.[name]);
      return { ...step, title: part('title'), how: part('how'), why: part('why') };
    }),
  };
}

/** `say` gives the words of the translation, or the text itself where it has none. */
function beside(
  own: string,
  other: string | undefined,
  say: (text: string) => string | undefined,
): string {
  const said = say(own) ?? own;
  if (other === undefined || other === own) return said;
  const otherSaid = say(other) ?? other;
  return isSaid(own, said) && isSaid(other, otherSaid) && said !== otherSaid ? said : own;
}

const isSaid = (text: string, spoken: string): boolean => text === '' || spoken !== text;
