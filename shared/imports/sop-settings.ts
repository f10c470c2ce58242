import { EFFECT_WORDS, KIND_WORDS, TEST_WORDS, WAIT_WORDS } from '../exports/sop-phrases.ts';
import { RULE_EFFECTS } from '../sops/rule.ts';
import type { Rule, RuleEffect, RuleTest } from '../sops/rule.ts';
import { STEP_KINDS } from '../sops/step.ts';
import type { Step, StepKind } from '../sops/step.ts';

/** A text in quotes as JSON has it, or a number. */
const VALUE = String.raw`("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|nothing)`;
const NUMBER = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const MOST_CHARS = 20_000;

/** Undefined for what is no value. */
function valueOf(text: string): string | number | null | undefined {
  if (text === 'nothing') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The texts in quotes of a list, as `quoted` writes them. */
export const quotedTexts = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(VALUE, 'g'))].map(([value]) => textOf(value));

const textOf = (text: string | undefined): string => {
  const value = valueOf(text ?? '');
  return typeof value === 'string' ? value : '';
};

export const kindNamed = (word: string): StepKind | null =>
  STEP_KINDS.find((kind) => KIND_WORDS[kind] === word.toLowerCase().trim()) ?? null;

export const effectNamed = (label: string): RuleEffect | null =>
  RULE_EFFECTS.find((effect) => EFFECT_WORDS[effect].toLowerCase() === label.toLowerCase()) ?? null;

/** Reads what `answerPhrase` writes; null for anything else. */
export function readAnswer(phrase: string): Partial<Step> | null {
  const text = phrase.trim().slice(0, MOST_CHARS);
  const [word = ''] = /^[a-z-]+/i.exec(text) ?? [];
  const kind = kindNamed(word);
  const rest = text.slice(word.length);
  if (kind === null) return null;
  switch (kind) {
    case 'number': {
      const found = new RegExp(`^(?:, at least ${NUMBER})?(?:, at most ${NUMBER})?$`).exec(rest);
      if (!found) return null;
      return { kind, min: numberIn(found[1]), max: numberIn(found[2]) };
    }
    case 'choice':
      return {
        kind,
        options: quotedTexts(rest),
      };
    case 'link':
      return { kind, url: textOf(rest.trim()) };
    case 'sop':
      return { kind, sopId: textOf(new RegExp(`^ ${VALUE}`).exec(rest)?.[1]) };
    case 'waitFor': {
      const found = new RegExp(`^(?: for ([a-z]+))?(?:, at least ${NUMBER} minutes)?$`).exec(rest);
      const waitOn = WAIT_WORDS.find((each) => each === (found?.[1] ?? 'system'));
      return found && waitOn ? { kind, waitOn, waitMinutes: numberIn(found[2]) } : null;
    }
    default:
      return rest === '' ? { kind } : null;
  }
}

const numberIn = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text);

const TEST = new RegExp(
  `step (?:(\\d{1,5})|${VALUE}) (${TEST_WORDS.map(([, words]) => words).join('|')})\\b(?: ${VALUE})?`,
  'y',
);

/** Reads what `rulePhrase` writes; `idOf` gives the id of the step with a number. Null for anything else. */
export function readRule(
  effect: RuleEffect,
  phrase: string,
  idOf: (stepNumber: number) => string | null,
): Rule | null {
  const text = phrase.trim().slice(0, MOST_CHARS);
  const [lead = '', match] = /^(all|any) of: /.exec(text) ?? [];
  const tests: RuleTest[] = [];
  for (let at = lead.length; at < text.length;) {
    TEST.lastIndex = at;
    const found = TEST.exec(text);
    const test = found && testOf(found, idOf);
    if (!test) return null;
    tests.push(test);
    at = TEST.lastIndex;
    if (at < text.length && !text.startsWith('; ', at)) return null;
    at += 2;
  }
  if (tests.length === 0) return null;
  return { effect, match: match === 'any' ? 'any' : 'all', tests };
}

function testOf(
  found: RegExpExecArray,
  idOf: (stepNumber: number) => string | null,
): RuleTest | null {
  const [, number, named, words, written] = found;
  const kind = TEST_WORDS.find(([, each]) => each === words)?.[0];
  const stepId = number === undefined ? textOf(named) : idOf(Number(number));
  const value = written === undefined ? null : valueOf(written);
  if (!kind || !stepId || value === undefined) return null;
  return { stepId, kind, value };
}
