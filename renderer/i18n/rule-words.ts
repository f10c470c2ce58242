import { isDayKey } from '#shared/day';
import type { Rule, RuleTest } from '#shared/sops/rule';
import { needsValue } from '#shared/sops/check-tests';
import type { Step } from '#shared/sops/step';
import { formatDay, formatNumber } from './format.ts';
import { t } from './text.ts';

/** "Show this step if step 3 “Kind of return” is “Refund” and step 4 “Paid” is done." */
export const ruleSentence = ({ effect, match, tests }: Rule, steps: readonly Step[]): string =>
  t('sopRules.sentence.rule', {
    effect: t(`sopRules.effects.${effect}`),
    tests: tests
      .map((test) => testWords(test, steps))
      .join(t(match === 'all' ? 'sopRules.sentence.and' : 'sopRules.sentence.or')),
  });

function testWords(test: RuleTest, steps: readonly Step[]): string {
  const at = steps.findIndex(({ id }) => id === test.stepId);
  const read = steps[at];
  if (!read) return t('sopRules.sentence.removed');
  const asked = testKindWords(test.kind, read);
  return t('sopRules.sentence.test', {
    step: stepName(read, at),
    asked: needsValue(test.kind) ? `${asked} ${valueWords(test.value)}` : asked,
  });
}

/** A tick is done, everything else is answered. */
export const testKindWords = (kind: RuleTest['kind'], { kind: read }: Step): string =>
  read === 'tick' && (kind === 'answered' || kind === 'notAnswered')
    ? t(`sopRules.tickKinds.${kind}`)
    : t(`sopRules.kinds.${kind}`);

/** `3 “Kind of return”`; by number alone while it has no title. */
export const stepName = ({ title }: Step, at: number): string =>
  title.trim() === ''
    ? String(at + 1)
    : t('sopRules.sentence.named', { number: String(at + 1), title: title.trim() });

/** A number or a day as it is written, a word in quotes. */
export function valueWords(value: RuleTest['value']): string {
  if (value === null || value === '') return t('sopRules.sentence.open');
  if (typeof value === 'number') return formatNumber(value, 6);
  return isDayKey(value) ? formatDay(value, 'dated') : t('sopRules.sentence.quoted', { value });
}
