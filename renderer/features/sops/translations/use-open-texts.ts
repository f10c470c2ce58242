import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { ReadText, SopTextBlock } from '#shared/sops/translation-texts';
import type { TranslationSession } from './translation-session.ts';

interface OpenTextsOptions {
  readonly blocks: readonly SopTextBlock[];
  readonly read: ReadText;
  readonly session: TranslationSession;
  /** Where the texts are drawn. */
  readonly body: RefObject<HTMLElement | null>;
}

interface OpenTexts {
  readonly shown: readonly SopTextBlock[];
  /** How many blocks are not drawn yet. */
  readonly leftCount: number;
  readonly showMore: () => void;
  /** Goes to the next text that is to be translated, or to the one before; from the last to the first. */
  readonly walk: (by: 1 | -1) => void;
}

/** So many blocks are drawn at first, and with each press of "more": five hundred steps stay quick. */
const PAGE = 30;

/** Set on each field with the text that it translates. */
export const TEXT_FIELD = 'data-text-field';

/** Which texts are drawn, and the way from one that is to be translated to the next. */
export function useOpenTexts({ blocks, read, session, body }: OpenTextsOptions): OpenTexts {
  const [count, setCount] = useState(PAGE);
  /** The text that is to be in focus once it is drawn. */
  const [wanted, setWanted] = useState<{ readonly field: string } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const rows = body.current?.querySelectorAll<HTMLElement>(`[${TEXT_FIELD}]`) ?? [];
    const row = [...rows].find((each) => each.getAttribute(TEXT_FIELD) === wanted.field);
    row?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }, [wanted, body]);

  const walk = (by: 1 | -1): void => {
    const fields = blocks.flatMap(({ texts }, at) => texts.map((text) => ({ text, at })));
    const from = document.activeElement?.closest(`[${TEXT_FIELD}]`)?.getAttribute(TEXT_FIELD);
    const start = fields.findIndex(({ text }) => text.field === from);
    const first = start < 0 && by === -1 ? 0 : start;
    for (let step = 1; step <= fields.length; step += 1) {
      const next = fields[(first + by * step + 2 * fields.length) % fields.length];
      if (!next || !isOpenText(read(next.text).text, session.typedAt(next.text.field))) continue;
      setCount((shown) => Math.max(shown, next.at + 1));
      setWanted({ field: next.text.field });
      return;
    }
  };

  return {
    shown: blocks.slice(0, count),
    leftCount: Math.max(0, blocks.length - count),
    showMore: () => setCount(count + PAGE),
    walk,
  };
}

const isOpenText = (stored: string, typed: string | undefined): boolean =>
  (typed ?? stored).trim() === '';
