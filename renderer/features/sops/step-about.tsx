import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import css from './step-card.module.css';

/** What a closed step is beside its title, in a few faint words. */
export function StepAbout({ step }: { readonly step: Step }) {
  const words = [
    ...(step.kind === 'tick' ? [] : [t(`sops.editor.kinds.${step.kind}`)]),
    ...(step.isRequired ? [] : [t('sops.preview.optional')]),
    ...(step.rules.length > 0 ? [t('sops.editor.conditional')] : []),
    ...(step.expectedMinutes === null
      ? []
      : [t('sops.preview.minutes', { minutes: step.expectedMinutes })]),
  ];
  return words.length === 0 ? null : <span className={css['about']}>{words.join(' · ')}</span>;
}
