import type { Evidence } from '#shared/evidence/evidence';
import { MAX_EVIDENCE_BYTES, MOST_FILES } from '#shared/evidence/evidence';
import type { IpcFailure } from '#shared/ipc';
import { failureText } from '../../../i18n/failures.ts';
import { formatSize } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { PictureState } from './use-picture.ts';

export const nameOf = ({ name }: Evidence): string => name || t('evidence.unnamed');

/** `PDF, 1.2 MB`. */
export const aboutFile = ({ mediaType, sizeBytes }: Evidence): string =>
  `${t(`evidence.kinds.${kindOf(mediaType)}`)}, ${formatSize(sizeBytes)}`;

/** Why a file was not attached, in one line. */
export function refusalText({ code, detail }: IpcFailure): string {
  if (code !== 'file-too-large') return failureText({ code }).text;
  return t('evidence.tooLarge', {
    size: formatSize(Number(detail?.['sizeBytes'] ?? 0)),
    limit: formatSize(Number(detail?.['limitBytes'] ?? MAX_EVIDENCE_BYTES)),
  });
}

export const tooManyText = (): string => t('evidence.tooMany', { count: MOST_FILES });

/** What is said of a file whose picture is not shown. */
export function stateText(state: PictureState): string {
  switch (state.is) {
    case 'onItsWay':
      return state.pieceCount > 1
        ? t('evidence.partly', { arrived: state.arrivedCount, count: state.pieceCount })
        : t('evidence.onItsWay');
    case 'failed':
      return t('evidence.notRead');
    case 'unshowable':
      return t('evidence.cannotShow');
    case 'loading':
    case 'shown':
      return '';
  }
}

type Kind = 'image' | 'pdf' | 'text' | 'zip' | 'document' | 'sheet' | 'slides' | 'video' | 'other';

function kindOf(mediaType: string): Kind {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('text/')) return 'text';
  if (mediaType.endsWith('wordprocessingml.document')) return 'document';
  if (mediaType.endsWith('spreadsheetml.sheet')) return 'sheet';
  if (mediaType.endsWith('presentationml.presentation')) return 'slides';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'application/zip' ? 'zip' : 'other';
}
