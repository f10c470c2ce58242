import type { OwnStreamStatus } from '#shared/ipc';
import { isProofOf, type Receipt } from '#shared/stream/device';
import { streamKey } from '#shared/stream/change';
import { t } from '../../i18n/text.ts';
import { formatDateTime, formatNumber, formatTime } from '../../i18n/format.ts';

/** Whose word it is that something of ours arrived, of which of our logs, up to where and when. */
export interface ReceiptRow {
  readonly key: string;
  readonly memberId: string;
  readonly own: OwnStreamStatus;
  readonly seq: number;
  readonly atMs: number;
}

/** Each colleague's latest word on each own log, latest first. */
export function receiptRows(
  receipts: readonly Receipt[],
  own: readonly OwnStreamStatus[],
): readonly ReceiptRow[] {
  const streams = new Map(own.map((stream) => [streamKey(stream), stream]));
  return receipts
    .flatMap(({ id, memberId, streamKey: key, audience, seq, atMs }) => {
      const stream = streams.get(key);
      const isProof = stream && isProofOf({ audience, memberId }, stream);
      return isProof ? [{ key: id, memberId, own: stream, seq, atMs }] : [];
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

const DAY_MS = 24 * 3_600_000;

/** "Maria imported up to entry 1,204 today 14:02". */
export const receiptText = ({ seq, atMs }: ReceiptRow, name: string, nowMs: number): string =>
  t('sync.receipts.line', { name, seq: formatNumber(seq), when: whenText(atMs, nowMs) });

function whenText(atMs: number, nowMs: number): string {
  const time = formatTime(atMs);
  if (isSameDay(atMs, nowMs)) return t('sync.receipts.today', { time });
  if (isSameDay(atMs, nowMs - DAY_MS)) return t('sync.receipts.yesterday', { time });
  return formatDateTime(atMs);
}

const isSameDay = (a: number, b: number): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();
