import { ChevronDown, ChevronRight } from 'lucide-react';
import type { WaitGroup } from '#shared/metrics/insights/bottlenecks';
import type { Entry } from '../../../data/entry.ts';
import { formatNumber, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './flow.module.css';
import { memberName, titleOf, waitName } from './flow-names.ts';
import type { FlowScope } from './flow-scope.ts';

interface WaitGroupRowsProps {
  readonly flow: FlowScope;
  readonly group: WaitGroup<Entry>;
  readonly money: (minor: number) => string;
  readonly isOpen: boolean;
  readonly pickedId: string;
  readonly onToggle: () => void;
  readonly onPick: (id: string) => void;
}

/** Beyond these the numbers of the panel have the rest. */
const MOST_ITEMS = 8;

/** Whom work waits for with what that costs; opened, the work itself, of which one is picked for its chain. */
export function WaitGroupRows(props: WaitGroupRowsProps) {
  const { flow, group, money, isOpen, pickedId, onToggle, onPick } = props;
  const { plan } = flow;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className={css['fold']} aria-expanded={isOpen} onClick={onToggle}>
            <Chevron size={14} strokeWidth={1.75} aria-hidden />
            {waitName(plan, group.on, group.whoId)}
            {group.whoId !== '' && (
              <span className={css['about']}>{t(`insightsFlow.waiting.kind.${group.on}`)}</span>
            )}
          </button>
        </th>
        <td className={css['number']}>{formatNumber(group.items.length)}</td>
        <td className={css['number']}>
          {group.on === 'work' ? '–' : formatWorkTime(group.waitedMs)}
        </td>
        <td
          className={css['number']}
          data-tooltip={group.isValueEstimated ? t('insightsFlow.waiting.estimated') : undefined}
        >
          {group.valueMinor === null
            ? '–'
            : `${group.isValueEstimated ? '≈ ' : ''}${money(group.valueMinor)}`}
        </td>
        <td className={css['number']} data-late={group.lateCount > 0 || undefined}>
          {formatNumber(group.lateCount)}
        </td>
      </tr>
      {isOpen &&
        group.items.slice(0, MOST_ITEMS).map(({ deliverable, waitedMs, sinceMs, lateCount }) => (
          <tr key={deliverable.id} className={css['inner']}>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the work's title names it */}
            <td colSpan={2}>
              <button
                type="button"
                className={css['pick']}
                aria-pressed={deliverable.id === pickedId}
                onClick={() => onPick(deliverable.id)}
              >
                <span className={css['itemTitle']}>{titleOf(plan, deliverable)}</span>
                <span className={css['about']}>{memberName(plan, deliverable.memberId)}</span>
              </button>
            </td>
            <td className={css['number']}>{sinceMs === null ? '–' : formatWorkTime(waitedMs)}</td>
            <td aria-hidden />
            <td className={css['number']} data-late={lateCount > 0 || undefined}>
              {lateCount > 0 ? formatNumber(lateCount) : ''}
            </td>
          </tr>
        ))}
      {isOpen && group.items.length > MOST_ITEMS && (
        <tr className={css['inner']}>
          <td colSpan={5} className={css['aside']}>
            {t('insightsFlow.waiting.more', { count: group.items.length - MOST_ITEMS })}
          </td>
        </tr>
      )}
    </>
  );
}
