import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '#shared/language';
import type { Readable } from '#shared/sops/diff';
import type { SopTextBlock } from '#shared/sops/translation-texts';
import { originalsIn, textReader, translationStanding } from '#shared/sops/translation-texts';
import type { RecordState } from '#shared/stream/merge';
import { failureText } from '../../../i18n/failures.ts';
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useLeaving } from '../../../ui/use-leaving.ts';
import { standingText } from './language-line.tsx';
import { TextBlock } from './text-block.tsx';
import { TranslationSession } from './translation-session.ts';
import css from './translations.module.css';
import { useOpenTexts } from './use-open-texts.ts';

interface TranslationDialogProps {
  readonly sopId: string;
  /** What the SOP is called. */
  readonly title: string;
  readonly blocks: readonly SopTextBlock[];
  readonly language: Language;
  /** The translation as it is stored; undefined where nothing was said yet. */
  readonly stored: RecordState | undefined;
  /** The draft and all versions: where the words are found that a text had before. */
  readonly others: readonly Readable[];
  readonly onClose: () => void;
}

/** Every text of an SOP beside what a language says for it, saved as it is typed. */
export function TranslationDialog(props: TranslationDialogProps) {
  const { sopId, title, blocks, language, stored, others, onClose } = props;
  const [session] = useState(() => new TranslationSession(sopId, language));
  const state = useSyncExternalStore(session.subscribe, session.state);
  const failure = useSyncExternalStore(session.subscribe, session.failure);
  useLeaving(session.leave);
  const body = useRef<HTMLDivElement>(null);
  const [wasKept, setWasKept] = useState(false);
  const read = useMemo(() => textReader(stored), [stored]);
  const standing = useMemo(() => translationStanding(blocks, read), [blocks, read]);
  const hasChanged = standing.changed > 0;
  const originals = useMemo(
    () => (hasChanged ? originalsIn(others) : NO_ORIGINALS),
    [hasChanged, others],
  );
  const { shown, leftCount, walk, showMore } = useOpenTexts({ blocks, read, session, body });
  const isDone = standing.translated === standing.count;

  /** What could not be saved is not lost without a word: only a second close leaves it. */
  async function close(): Promise<void> {
    if ((await session.flush()) || wasKept) onClose();
    else setWasKept(true);
  }

  return (
    <Dialog
      isOpen
      size="xl"
      title={t('translations.sop.title', { title, language: LANGUAGE_NAMES[language] })}
      onClose={() => void close()}
      footer={
        <Button variant="primary" onClick={() => void close()}>
          {t('translations.sop.close')}
        </Button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is in it; the buttons do the same */}
      <div
        ref={body}
        role="group"
        aria-label={LANGUAGE_NAMES[language]}
        onKeyDown={(event) => {
          if (event.key !== 'F7') return;
          event.preventDefault();
          walk(event.shiftKey ? -1 : 1);
        }}
      >
        <div className={css['bench']}>
          <span className={css['standing']} role="status">
            {isDone ? t('translations.sop.all') : standingText(standing)}
            {hasChanged && ` · ${t('translations.sop.changed', { count: standing.changed })}`}
          </span>
          <span className={css['saving']} role="status">
            {state === 'failed'
              ? t('sops.editor.notSaved')
              : t(state === 'saved' ? 'sops.editor.savedState' : 'sops.editor.saving')}
          </span>
          <span className={css['walk']}>
            <IconButton
              size="sm"
              label={t('translations.sop.previous')}
              icon={<ArrowUp size={15} aria-hidden />}
              shortcut="Shift+F7"
              isDisabled={isDone}
              onClick={() => walk(-1)}
            />
            <IconButton
              size="sm"
              label={t('translations.sop.next')}
              icon={<ArrowDown size={15} aria-hidden />}
              shortcut="F7"
              isDisabled={isDone}
              onClick={() => walk(1)}
            />
          </span>
        </div>
        {failure && (
          <Callout
            tone="bad"
            title={failureText(failure).title}
            action={
              <Button size="sm" onClick={() => void session.flush()}>
                {t('ui.retry')}
              </Button>
            }
          >
            {failureText(failure).text}
          </Callout>
        )}
        {shown.map((block) => (
          <TextBlock
            key={`${block.kind} ${block.id}`}
            block={block}
            read={read}
            originals={originals}
            language={language}
            session={session}
          />
        ))}
        {leftCount > 0 && (
          <Button size="sm" onClick={showMore}>
            {t('translations.sop.more', { left: leftCount })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const NO_ORIGINALS: ReadonlyMap<string, string> = new Map();
