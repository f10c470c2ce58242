import type { ClockOffset } from '#shared/sync-report';
import { formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** A clock that is out by less is as good as right: nobody sets theirs to the second. */
const NOTABLE_MS = 2 * 60_000;
/** Bounds that are further apart say nothing that helps. */
const TELLING_MS = 24 * 3_600_000;

export interface ClockWords {
  readonly text: string;
  readonly isOff: boolean;
}

/** Says of another clock what is known and no more: it is ahead, behind, right to within something, or not known. */
export function clockWords({ atLeastMs, atMostMs }: ClockOffset): ClockWords {
  if (atLeastMs !== null && atLeastMs >= NOTABLE_MS) {
    return { text: t('sync.clock.ahead', { time: formatDuration(atLeastMs) }), isOff: true };
  }
  if (atMostMs !== null && atMostMs <= -NOTABLE_MS) {
    return { text: t('sync.clock.behind', { time: formatDuration(-atMostMs) }), isOff: true };
  }
  if (atLeastMs === null || atMostMs === null) return unknown();
  const withinMs = Math.max(Math.abs(atLeastMs), Math.abs(atMostMs));
  if (withinMs > TELLING_MS) return unknown();
  return {
    text:
      withinMs < NOTABLE_MS
        ? t('sync.clock.right')
        : t('sync.clock.within', { time: formatDuration(withinMs) }),
    isOff: false,
  };
}

const unknown = (): ClockWords => ({ text: t('sync.clock.unknown'), isOff: false });
