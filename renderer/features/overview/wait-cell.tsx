import type { Waits } from '#shared/metrics/service';
import { formatRatio, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './service-panel.module.css';

/** How much of the turnaround was waiting, as a bar parted by whom it waited for. */
export function WaitCell({ waits }: { readonly waits: Waits | null }) {
  if (!waits || waits.by.length === 0) {
    return <td className={css['waits']}>{waits ? t('overview.service.noWaits') : '–'}</td>;
  }
  const words = waits.by.map(
    ({ on, waitedMs }) => `${t(`overview.service.on.${on}`)} ${formatWorkTime(waitedMs)}`,
  );
  return (
    <td className={css['waits']} data-tooltip={words.join('\n')} aria-label={words.join(', ')}>
      <span className={css['waitLine']}>
        <span className={css['waitBar']} aria-hidden>
          {waits.by.map(({ on, shareRatio }) => (
            <span
              key={on}
              data-on={on}
              style={{ inlineSize: `${100 * waits.ofTurnaroundRatio * shareRatio}%` }}
            />
          ))}
        </span>
        <span className={css['waitShare']}>{formatRatio(waits.ofTurnaroundRatio, 0)}</span>
        <span className={css['waitMost']}>
          {waits.by[0] && t(`overview.service.on.${waits.by[0].on}`)}
        </span>
      </span>
    </td>
  );
}
