import { memo, useSyncExternalStore } from 'react';
import type { Language } from '#shared/language';
import type { ReadText, SopPart, SopText, SopTextBlock } from '#shared/sops/translation-texts';
import { lostPictures } from '#shared/sops/translation-texts';
import { ChangedText } from '../../../app/parts/sop-diff/changed-text.tsx';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { TranslationSession } from './translation-session.ts';
import css from './translations.module.css';
import { TEXT_FIELD } from './use-open-texts.ts';

interface Shared {
  readonly read: ReadText;
  /** What the words were that earlier translations translate, by their fields. */
  readonly originals: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly session: TranslationSession;
}

interface TextBlockProps extends Shared {
  readonly block: SopTextBlock;
}

/** The texts of a step, a section, or the SOP as a whole, each beside its translation. */
export const TextBlock = memo(function TextBlock({ block, ...shared }: TextBlockProps) {
  const name = nameOf(block);
  return (
    <div role="group" className={css['block']} aria-label={name}>
      <h3 className={css['blockName']}>{name}</h3>
      {block.texts.map((text) => (
        <TextRow key={text.field} text={text} blockName={name} {...shared} />
      ))}
    </div>
  );
});

function nameOf({ kind, number }: SopTextBlock): string {
  if (number === null) return t('translations.sop.head');
  return t(kind === 'step' ? 'translations.sop.step' : 'translations.sop.section', { number });
}

/** A half more than the original's field takes, and still less than one change does in any script. */
const MOST_CHARACTERS: Readonly<Record<SopPart, number>> = {
  title: 200,
  purpose: 3_000,
  section: 200,
  stepTitle: 300,
  how: 16_000,
  why: 3_000,
  option: 500,
};

const IS_LONG: ReadonlySet<SopPart> = new Set(['purpose', 'how', 'why']);

/** Of several choices each is told apart by its words. */
function fieldName(block: string, { part, original }: SopText): string {
  const name = t('translations.sop.field', { block, part: t(`translations.sop.part.${part}`) });
  return part === 'option' ? t('translations.sop.field', { block: name, part: original }) : name;
}

interface TextRowProps extends Shared {
  readonly text: SopText;
  readonly blockName: string;
}

function TextRow({ text, blockName, read, originals, language, session }: TextRowProps) {
  const { part, field, original } = text;
  const typed = useSyncExternalStore(session.subscribe, () => session.typedAt(field));
  const { text: stored, former } = read(text);
  const isChanged = typed === undefined && former !== null;
  const before = former && originals.get(former.field);
  const value = typed ?? (stored || (former?.text ?? ''));
  const isLong = IS_LONG.has(part);
  const lost = value === '' ? 0 : lostPictures(original, value);
  return (
    <div
      {...{ [TEXT_FIELD]: field }}
      className={css['row']}
      data-part={part}
      data-long={isLong || undefined}
      data-changed={isChanged || undefined}
    >
      <div className={css['source']}>
        <span className={css['part']}>{t(`translations.sop.part.${part}`)}</span>
        <p className={css['original']}>
          {isChanged && before ? (
            <ChangedText before={before} after={original} side="both" />
          ) : (
            original
          )}
        </p>
      </div>
      <div className={css['target']} lang={language}>
        <TextField
          label={fieldName(blockName, text)}
          isLabelHidden
          value={value}
          onChange={(next) => session.say(field, isLong ? next : next.replaceAll('\n', ' '))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isLong) event.preventDefault();
          }}
          multiline
          rows={isLong ? 2 : 1}
          maxLength={MOST_CHARACTERS[part]}
        />
        {isChanged && (
          <p className={css['changed']}>
            {t('translations.sop.changedNote')}
            <Button
              size="sm"
              variant="quiet"
              className={css['act']}
              onClick={() => session.say(field, value)}
            >
              {t('translations.sop.stillFits')}
            </Button>
          </p>
        )}
        {lost > 0 && (
          <p className={css['changed']}>{t('translations.sop.lostPictures', { count: lost })}</p>
        )}
        {part === 'how' && value === '' && (
          <Button
            size="sm"
            variant="quiet"
            className={css['act']}
            onClick={() => session.say(field, original)}
          >
            {t('translations.sop.copy')}
          </Button>
        )}
      </div>
    </div>
  );
}
