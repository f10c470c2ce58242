import type { DayKey } from '#shared/day';
import { FIRST_DAY } from '#shared/day';
import { versionsOf } from '#shared/plan/promise-draft';
import type { Sla, SlaStage } from '#shared/plan/outcome';
import { formatDay } from '../../i18n/format.ts';
import { workingTimeWords } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import css from './promise-fields.module.css';

interface PromiseHistoryProps {
  readonly slas: readonly Sla[];
  readonly to: SlaStage;
  readonly today: DayKey;
}

/** What was promised before, newest first; and since when what is promised now holds. */
export function PromiseHistory({ slas, to, today }: PromiseHistoryProps) {
  const versions = versionsOf(slas, to);
  const latest = versions.at(-1);
  if (!latest || (versions.length === 1 && latest.fromDay === FIRST_DAY)) return null;
  return (
    <ul className={css['history']} aria-label={t('outcomes.promise.history')}>
      {latest.fromDay > today && (
        <li>{t('outcomes.promise.begins', { day: formatDay(latest.fromDay, 'dated') })}</li>
      )}
      {versions.toReversed().map((sla, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a merge may bring two versions of one day
        <li key={index}>{versionWords(sla)}</li>
      ))}
    </ul>
  );
}

function versionWords({ fromDay, minutes }: Sla): string {
  const time = minutes > 0 ? workingTimeWords(minutes) : t('outcomes.promise.historyNone');
  return fromDay === FIRST_DAY
    ? t('outcomes.promise.historyAlways', { time })
    : t('outcomes.promise.historyRow', { day: formatDay(fromDay, 'dated'), time });
}
