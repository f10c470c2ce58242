import '../../i18n/view-words.ts';
import { errorsText } from '../../i18n/entry-words.ts';
import { formatQuantity, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { UnsentChange } from '../../services/unsent.ts';

/** Kinds of records that have a name of their own here. What has none is shown by its own word. */
const KINDS = [
  'absence',
  'acknowledgement',
  'cadence',
  'calendar',
  'checkIn',
  'client',
  'device',
  'goal',
  'handOver',
  'handOverNote',
  'handOverPack',
  'instruction',
  'invite',
  'keyResult',
  'member',
  'objective',
  'outage',
  'outcome',
  'priority',
  'qualityCheck',
  'qualitySample',
  'receipt',
  'recurrence',
  'returnReason',
  'review',
  'reviewAction',
  'role',
  'run',
  'signOff',
  'sop',
  'sopTranslation',
  'sopVersion',
  'suggestion',
  'view',
  'workspace',
] as const;
type Kind = (typeof KINDS)[number];
const isKind = (type: string): type is Kind => KINDS.some((kind) => kind === type);

/** One unsent change as a sentence: what its writer did. */
export function changeWords(change: UnsentChange): string {
  if (change.type === 'deliverable') return workWords(change);
  const what = isKind(change.type) ? t(`privacy.kinds.${change.type}`) : change.type;
  return change.title === ''
    ? t('privacy.next.wrote', { what })
    : t('privacy.next.wroteTitled', { what, title: change.title });
}

function workWords({ fields, title: named }: UnsentChange): string {
  const title = named === '' ? t('privacy.next.someWork') : named;
  const { completedAtMs, quantity, errors, isDeleted, blocks, startedAtMs } = fields;
  if (isDeleted === true) return t('privacy.next.removed', { title });
  if (typeof completedAtMs === 'number') {
    const parts = [
      // Only what this very change says: how much it was may have left with an earlier one.
      typeof quantity === 'number'
        ? t('privacy.next.finished', { quantity: formatQuantity(quantity), title })
        : t('privacy.next.finishedWhole', { title }),
      ...(typeof errors === 'number' ? [errorsText(errors)] : []),
      formatTime(completedAtMs),
    ];
    return parts.join(', ');
  }
  if (blocks !== undefined) return t('privacy.next.waits', { title });
  if (typeof startedAtMs === 'number') {
    return t('privacy.next.started', { title, time: formatTime(startedAtMs) });
  }
  return t('privacy.next.changed', { title });
}
