import { ChevronLeft, ChevronRight, Download, Maximize2, Minimize2 } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { isPicture } from '#shared/evidence/media-type';
import { t } from '../../../i18n/text.ts';
import { saveCopy } from '../../../services/evidence.ts';
import { holdPicture } from '../../../services/pictures.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { EvidenceViewerProps } from './evidence-viewer.tsx';
import { aboutFile, nameOf } from './evidence-words.ts';
import { FileIcon } from './file-icon.tsx';
import { usePicture } from './use-picture.ts';
import css from './viewer-dialog.module.css';

interface ViewerDialogProps extends EvidenceViewerProps {
  readonly at: number;
  readonly file: Evidence;
}

export function ViewerDialog({ files, file, at, onShow }: ViewerDialogProps) {
  const [isActualSize, setIsActualSize] = useState(false);
  const [shownHash, setShownHash] = useState<string | null>(null);
  const show = (next: number) => {
    if (next < 0 || next >= files.length) return;
    setIsActualSize(false);
    onShow(next);
  };
  useTurning((step) => show(at + step), !isActualSize);
  return (
    <Dialog
      isOpen
      size="xl"
      title={nameOf(file)}
      description={aboutFile(file)}
      onClose={() => onShow(null)}
      footer={
        <>
          {files.length > 1 && (
            <span className={css['turn']}>
              <IconButton
                label={t('evidence.viewer.previous')}
                icon={<ChevronLeft aria-hidden />}
                isDisabled={at === 0}
                onClick={() => show(at - 1)}
              />
              <span aria-live="polite">
                {t('evidence.viewer.place', { number: at + 1, count: files.length })}
              </span>
              <IconButton
                label={t('evidence.viewer.next')}
                icon={<ChevronRight aria-hidden />}
                isDisabled={at === files.length - 1}
                onClick={() => show(at + 1)}
              />
            </span>
          )}
          {shownHash === file.hash && (
            <Button
              icon={
                isActualSize ? (
                  <Minimize2 size={15} aria-hidden />
                ) : (
                  <Maximize2 size={15} aria-hidden />
                )
              }
              onClick={() => setIsActualSize(!isActualSize)}
            >
              {t(isActualSize ? 'evidence.viewer.fit' : 'evidence.viewer.actual')}
            </Button>
          )}
          <Button
            variant="primary"
            icon={<Download size={15} aria-hidden />}
            onClick={() => void saveCopy(file)}
          >
            {t('evidence.viewer.save')}
          </Button>
        </>
      }
    >
      <Large
        key={file.hash}
        file={file}
        isActualSize={isActualSize}
        onShown={() => setShownHash(file.hash)}
      />
    </Dialog>
  );
}

/**
 * The arrows turn the pages wherever in the dialog the keyboard is; in its own size a picture is scrolled
 * with them. Heard on their way in: a dialog keeps arrows from whatever is around it.
 */
function useTurning(onTurn: (step: number) => void, isOn: boolean): void {
  const turn = useEffectEvent(onTurn);
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step !== undefined) turn(step);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isOn]);
}

function Large({
  file,
  isActualSize,
  onShown,
}: {
  readonly file: Evidence;
  readonly isActualSize: boolean;
  /** It is a picture, and it is seen. */
  readonly onShown: () => void;
}) {
  const [isBroken, setIsBroken] = useState(false);
  const canShow = isPicture(file.mediaType);
  const picture = usePicture(file.hash, canShow, holdPicture);
  if (picture.is === 'shown' && !isBroken) {
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture larger than its frame is scrolled by keyboard
      <div className={css['frame']} data-actual={isActualSize || undefined} tabIndex={0}>
        <img
          src={picture.url}
          alt={nameOf(file)}
          onLoad={onShown}
          onError={() => setIsBroken(true)}
        />
      </div>
    );
  }
  return (
    <div className={css['frame']}>
      <div className={css['words']}>
        <FileIcon mediaType={file.mediaType} size={40} />
        <p>{wordsOf(canShow, picture.is)}</p>
      </div>
    </div>
  );
}

function wordsOf(canShow: boolean, is: ReturnType<typeof usePicture>['is']): string {
  if (!canShow) return t('evidence.noPreview');
  if (is === 'loading') return t('ui.loading');
  if (is === 'failed') return t('evidence.notRead');
  return t(is === 'onItsWay' ? 'evidence.onItsWayText' : 'evidence.cannotShowText');
}
