import { MessageSquarePlus } from 'lucide-react';
import { Suspense, lazy, useLayoutEffect, useState } from 'react';
import type { SopVersion } from '#shared/sops/sop';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { hasOpenDialog } from '../../../ui/open-dialog.ts';

const SuggestDialog = lazy(async () => ({
  default: (await import('./suggest-dialog.tsx')).SuggestDialog,
}));

interface SuggestButtonProps {
  readonly version: SopVersion;
  /** The step in front of the assistant; empty where it is about the whole SOP. */
  readonly stepId: string;
  /** Empty outside a run. */
  readonly runId: string;
  /** Whether `E`, and while typing `Alt+E`, opens it from anywhere on the screen. */
  readonly hasKey?: boolean | undefined;
  readonly size?: 'sm' | 'md' | undefined;
}

/** Says at once what is wrong with the step in hand, and goes on with it. */
export function SuggestButton({ version, stepId, runId, hasKey, size }: SuggestButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  useLayoutEffect(() => {
    if (hasKey !== true) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isSuggestKey(event)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasKey]);
  return (
    <>
      <Button
        variant="quiet"
        size={size}
        shortcut={hasKey === true ? 'E' : undefined}
        icon={<MessageSquarePlus size={15} aria-hidden />}
        aria-label={
          hasKey === true ? undefined : t('sopInsights.suggest.of', { title: version.title })
        }
        data-tooltip={hasKey === true ? t('sopInsights.suggest.keys') : undefined}
        onClick={() => setIsOpen(true)}
      >
        {t('sopInsights.suggest.action')}
      </Button>
      {isOpen && (
        <Suspense>
          <SuggestDialog
            version={version}
            stepId={stepId}
            runId={runId}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** A dialog has the keyboard to itself, and so has typing, but for Alt+E: a step of text is in focus from the start. */
function isSuggestKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || hasOpenDialog()) return false;
  // With Alt some keyboards make another letter of it.
  if (event.altKey) return event.code === 'KeyE';
  if (event.key.toLowerCase() !== 'e') return false;
  const { target } = event;
  if (target instanceof HTMLInputElement) return ['radio', 'checkbox'].includes(target.type);
  return !(
    target instanceof HTMLElement && target.closest('textarea, select, [contenteditable="true"]')
  );
}
