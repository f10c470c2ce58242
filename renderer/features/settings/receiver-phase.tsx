import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import { formatDateTime, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useNow } from '../../state/use-now.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';

const TONES: Readonly<Record<ReceiverStatus['phase'], Tone>> = {
  off: 'neutral',
  starting: 'neutral',
  on: 'good',
  failed: 'bad',
};

/** So long after, a time of day alone could be yesterday's. */
const TIME_ALONE_MS = 12 * 60 * 60_000;

export function ReceiverPhase({ status: { phase, sinceMs } }: { readonly status: ReceiverStatus }) {
  const nowMs = useNow();
  return (
    <span role="status">
      <Badge tone={TONES[phase]}>
        {phase === 'on' && sinceMs !== null
          ? t('receiver.phase.on', { since: sinceText(sinceMs, nowMs) })
          : t(`receiver.phase.${phase}`)}
      </Badge>
    </span>
  );
}

const sinceText = (sinceMs: number, nowMs: number): string =>
  nowMs - sinceMs < TIME_ALONE_MS ? formatTime(sinceMs) : formatDateTime(sinceMs);
