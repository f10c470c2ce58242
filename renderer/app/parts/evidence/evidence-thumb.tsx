import type { KeyboardEventHandler } from 'react';
import { useCallback, useRef } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { isPicture } from '#shared/evidence/media-type';
import { t } from '../../../i18n/text.ts';
import { holdThumbnail } from '../../../services/pictures.ts';
import css from './evidence-thumb.module.css';
import { aboutFile, nameOf, stateText } from './evidence-words.ts';
import { FileIcon } from './file-icon.tsx';
import { useNearScreen } from './use-near-screen.ts';
import { usePicture } from './use-picture.ts';

interface EvidenceThumbProps {
  readonly file: Evidence;
  readonly onOpen: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLButtonElement> | undefined;
}

const EDGE_PX = 120;

/** One file, small: its picture, or what it is. Pressing it shows it large. */
export function EvidenceThumb({ file, onOpen, onKeyDown }: EvidenceThumbProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isNear = useNearScreen(button);
  const hold = useCallback((hash: string) => holdThumbnail(hash, EDGE_PX), []);
  const picture = usePicture(file.hash, isNear && isPicture(file.mediaType), hold);
  const words = stateText(picture) || aboutFile(file);
  return (
    <button
      ref={button}
      type="button"
      className={css['thumb']}
      title={nameOf(file)}
      aria-label={`${t('evidence.open', { name: nameOf(file) })}, ${words}`}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <span className={css['picture']}>
        {picture.is === 'shown' ? (
          <img src={picture.url} alt="" draggable={false} />
        ) : (
          <FileIcon mediaType={file.mediaType} size={26} />
        )}
      </span>
      <span className={css['name']}>{nameOf(file)}</span>
      <span className={css['about']}>{words}</span>
    </button>
  );
}
