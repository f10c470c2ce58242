import { Languages } from 'lucide-react';
import { useMemo } from 'react';
import type { Readable } from '#shared/sops/diff';
import type { SopWords } from '#shared/sops/sop-words';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { useSpeaking } from './sop-words.tsx';

/** Says that an SOP is read in a translation, and shows the original at a press; nothing where there is none. */
export function TranslationMark({ readable }: { readonly readable: Readable }) {
  const { translated, showsOriginal, turn } = useSpeaking();
  const isTranslated = useMemo(() => isSpoken(readable, translated), [readable, translated]);
  if (!isTranslated) return null;
  return (
    <Button size="sm" variant="quiet" icon={<Languages size={14} aria-hidden />} onClick={turn}>
      {t(showsOriginal ? 'checklists.showTranslation' : 'checklists.showOriginal')}
    </Button>
  );
}

/** Whether a translation says any of an SOP's texts. */
const isSpoken = (readable: Readable, words: SopWords): boolean =>
  words.title(readable) !== readable.title ||
  words.purpose(readable) !== readable.purpose ||
  readable.steps.some((step) => {
    const said = words.step(step);
    return (
      said.title !== step.title ||
      said.how !== step.how ||
      said.why !== step.why ||
      step.options.some((option) => words.option(step, option) !== option)
    );
  }) ||
  readable.sections.some((section) => words.section(section) !== section.title);
