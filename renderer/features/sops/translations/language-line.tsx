import type { Language } from '#shared/language';
import type { TranslationStanding } from '#shared/sops/translation-texts';
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import css from './translations.module.css';

interface LanguageLineProps {
  readonly language: Language;
  readonly standing: TranslationStanding;
  readonly onOpen: () => void;
}

/** A language, and how many of an SOP's texts it says. */
export function LanguageLine({ language, standing, onOpen }: LanguageLineProps) {
  const name = LANGUAGE_NAMES[language];
  const { count, translated, changed } = standing;
  const isBegun = translated + changed > 0;
  return (
    <li className={css['language']}>
      <span className={css['what']}>
        <span className={css['name']} lang={language}>
          {name}
        </span>
        <span className={css['standing']}>{standingText(standing)}</span>
      </span>
      {changed > 0 && (
        <Badge tone="warn">{t('translations.sop.changed', { count: changed })}</Badge>
      )}
      {isBegun && (
        <span className={css['bar']}>
          <ProgressBar
            isLabelHidden
            label={`${name}: ${standingText(standing)}`}
            value={translated}
            max={count}
          />
        </span>
      )}
      <Button
        size="sm"
        variant={isBegun ? 'secondary' : 'quiet'}
        aria-label={t(isBegun ? 'translations.sop.goOnIn' : 'translations.sop.into', {
          language: name,
        })}
        onClick={onOpen}
      >
        {t(isBegun ? 'translations.sop.goOn' : 'translations.sop.begin')}
      </Button>
    </li>
  );
}

/** How many texts are said, in words. */
export const standingText = ({ count, translated, changed }: TranslationStanding): string =>
  translated + changed === 0
    ? t('translations.sop.none')
    : t('translations.sop.done', { done: translated, count });
