import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';

/** What stands beside a step's title, in a few faint words: optional, minutes, limits. */
export const aboutStep = (step: Step, isRequired: boolean): string =>
  [
    ...(isRequired ? [] : [t('sops.preview.optional')]),
    ...(step.expectedMinutes === null
      ? []
      : [t('sops.preview.minutes', { minutes: step.expectedMinutes })]),
    ...limitWords(step),
  ].join(' · ');

function limitWords({ kind, min, max }: Step): readonly string[] {
  if (kind !== 'number') return [];
  if (min !== null && max !== null) return [t('sops.preview.between', { min, max })];
  if (min !== null) return [t('sops.preview.atLeast', { min })];
  return max === null ? [] : [t('sops.preview.atMost', { max })];
}
