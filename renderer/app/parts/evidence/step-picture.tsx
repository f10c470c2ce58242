import { useCallback, useRef } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { t } from '../../../i18n/text.ts';
import { holdThumbnail } from '../../../services/pictures.ts';
import { stateText } from './evidence-words.ts';
import css from './step-picture.module.css';
import { useNearScreen } from './use-near-screen.ts';
import { usePicture } from './use-picture.ts';

interface StepPictureProps {
  readonly hash: string;
  readonly alt: string;
  readonly onOpen: (file: Evidence) => void;
}

/** As wide as a text is read. */
const EDGE_PX = 640;

/** A picture in a step's text: made small enough for the column, large when pressed, its words until it is here. */
export function StepPicture({ hash, alt, onOpen }: StepPictureProps) {
  const place = useRef<HTMLSpanElement>(null);
  const isNear = useNearScreen(place);
  const hold = useCallback((each: string) => holdThumbnail(each, EDGE_PX), []);
  const picture = usePicture(hash, isNear, hold);
  const words = alt || t('evidence.picture.alt');
  if (picture.is !== 'shown') {
    const state = stateText(picture);
    return (
      <span ref={place} className={css['words']}>
        {t('evidence.picture.missing', { alt: words })}
        {state && ` (${state})`}
      </span>
    );
  }
  // Only what this window has decoded is shown, so a picture's own bytes have said that it is one.
  const file = { hash, name: words, sizeBytes: 0, mediaType: 'image/png' };
  return (
    <button
      type="button"
      className={css['picture']}
      aria-label={t('evidence.picture.large', { alt: words })}
      onClick={() => onOpen(file)}
    >
      <img src={picture.url} alt={alt} draggable={false} />
    </button>
  );
}
