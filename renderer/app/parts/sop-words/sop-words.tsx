import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useState } from 'react';
import type { SopWords } from '#shared/sops/sop-words';
import { SOURCE_WORDS, sopWords } from '#shared/sops/sop-words';
import type { Plan } from '../../../data/plan.ts';

interface Speaking {
  /** As they are shown now. */
  readonly words: SopWords;
  /** As the translation has them; the version's own where there is none. */
  readonly translated: SopWords;
  readonly showsOriginal: boolean;
  readonly turn: () => void;
}

const SOURCE: Speaking = {
  words: SOURCE_WORDS,
  translated: SOURCE_WORDS,
  showsOriginal: true,
  turn: () => undefined,
};

const SpeakingContext = createContext(SOURCE);

interface SopWordsProviderProps {
  readonly plan: Plan;
  readonly sopId: string;
  readonly children: ReactNode;
}

/** What is drawn inside says an SOP in the language of the plan, as far as it is translated. */
export function SopWordsProvider({ plan, sopId, children }: SopWordsProviderProps) {
  const translation = plan.translationBySop.get(sopId);
  const [showsOriginal, setShowsOriginal] = useState(false);
  const translated = useMemo(() => sopWords(translation), [translation]);
  const speaking = useMemo<Speaking>(
    () => ({
      words: showsOriginal ? SOURCE_WORDS : translated,
      translated,
      showsOriginal,
      turn: () => setShowsOriginal((shows) => !shows),
    }),
    [translated, showsOriginal],
  );
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}

/** How the texts of an SOP are shown here; outside a provider in the words of the version. */
export const useSopWords = (): SopWords => useContext(SpeakingContext).words;

/** Both ways of saying the SOP, and which of them is shown. */
export const useSpeaking = (): Speaking => useContext(SpeakingContext);
