import '../../../i18n/view-words.ts';
import { useMemo, useState } from 'react';
import type { Language } from '#shared/language';
import { LANGUAGES } from '#shared/language';
import type { Readable } from '#shared/sops/diff';
import { draftReadable } from '#shared/sops/diff';
import { sopState } from '#shared/sops/draft';
import type { Sop, SopVersion } from '#shared/sops/sop';
import type { SopTextBlock, TranslationStanding } from '#shared/sops/translation-texts';
import { sopTextBlocks, textReader, translationStanding } from '#shared/sops/translation-texts';
import type { RecordState } from '#shared/stream/merge';
import { useLive } from '../../../data/live.ts';
import { translationsOfSop } from '../../../data/sop-translations.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { t } from '../../../i18n/text.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { SopTabProps } from '../sop-tab.ts';
import { LanguageLine } from './language-line.tsx';
import { TranslationDialog } from './translation-dialog.tsx';
import css from './translations.module.css';

type Source = 'version' | 'draft';

/** In which languages an SOP is read, how far each has come, and where it is translated. */
export function TranslationsTab({ sop, versions }: SopTabProps) {
  const stored = useLive(() => translationsOfSop(sop.id), [sop.id]);
  const [asked, setAsked] = useState<Source>('version');
  const [open, setOpen] = useState<Language | null>(null);
  const newest = versions[0] ?? null;
  const hasBoth = useMemo(() => sopState(sop, newest) === 'changed', [sop, newest]);
  const version = hasBoth && asked === 'draft' ? null : newest;
  const readable = useMemo(() => version ?? draftReadable(sop), [version, sop]);
  const blocks = useMemo(() => sopTextBlocks(readable), [readable]);
  const lines = useMemo(() => stored && inOrder(standings(blocks, stored)), [blocks, stored]);
  const others = useMemo(() => othersOf(sop, versions), [sop, versions]);
  if (blocks.length === 0) return <p className={css['intro']}>{t('translations.sop.nothing')}</p>;
  if (!lines || !stored) return <LoadingState />;
  return (
    <div className={css['tab']}>
      <p className={css['intro']}>{t('translations.sop.intro')}</p>
      {hasBoth && newest && (
        <Segmented<Source>
          label={t('translations.sop.which')}
          size="sm"
          value={asked}
          onChange={setAsked}
          options={[
            { value: 'version', label: t('checklists.version', { number: newest.number }) },
            { value: 'draft', label: t('translations.sop.draft') },
          ]}
        />
      )}
      <ul className={css['languages']}>
        {lines.map(({ language, standing }) => (
          <LanguageLine
            key={language}
            language={language}
            standing={standing}
            onOpen={() => setOpen(language)}
          />
        ))}
      </ul>
      {open && (
        <TranslationDialog
          sopId={sop.id}
          title={readable.title || t('sops.untitled')}
          blocks={blocks}
          language={open}
          stored={stored.get(open)}
          others={others}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface Line {
  readonly language: Language;
  readonly standing: TranslationStanding;
}

const standings = (
  blocks: readonly SopTextBlock[],
  stored: ReadonlyMap<Language, RecordState>,
): readonly Line[] =>
  LANGUAGES.map((language) => ({
    language,
    standing: translationStanding(blocks, textReader(stored.get(language))),
  }));

/** Those that are begun first; last the one that the manager reads, who mostly writes in it, too. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  const place = ({ language, standing }: Line): number => {
    if (standing.translated + standing.changed > 0) return 0;
    return language === currentLanguage() ? 2 : 1;
  };
  return lines.toSorted((a, b) => place(a) - place(b));
}

/** Where the words are found that a text had before. */
const othersOf = (sop: Sop, versions: readonly SopVersion[]): readonly Readable[] => [
  draftReadable(sop),
  ...versions,
];
