import type { SopVersion } from '#shared/sops/sop';
import { TranslationMark } from '../../app/parts/sop-words/translation-mark.tsx';
import { t } from '../../i18n/text.ts';
import css from './run-view.module.css';

/** Which version a run follows, and whether it is read in a translation. */
export function RunSubtitle({ version }: { readonly version: SopVersion }) {
  return (
    <span className={css['subtitle']}>
      {t('checklists.version', { number: version.number })}
      <TranslationMark readable={version} />
    </span>
  );
}
