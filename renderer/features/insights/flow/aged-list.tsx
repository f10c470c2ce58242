import type { AgedItem } from '#shared/metrics/insights/ageing';
import type { Entry } from '../../../data/entry.ts';
import { formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './flow.module.css';
import { memberName, outcomeName, titleOf } from './flow-names.ts';
import type { FlowScope } from './flow-scope.ts';
import { openWork } from './open-entry.ts';

interface AgedListProps {
  readonly flow: FlowScope;
  readonly aged: readonly AgedItem<Entry>[];
}

const MOST_ITEMS = 7;

/** The open work that has already taken longer than 85% of its outcome's past, by name. */
export function AgedList({ flow: { plan }, aged }: AgedListProps) {
  const old = aged.filter(({ against }) => against?.band === 'late' || against?.band === 'extreme');
  if (old.length === 0) return <p className={css['aside']}>{t('insightsFlow.ageing.noneOld')}</p>;
  return (
    <div>
      <h3 className={css['subtitle']}>{t('insightsFlow.ageing.old', { count: old.length })}</h3>
      <ul className={css['list']}>
        {old.slice(0, MOST_ITEMS).map(({ deliverable, ageMs, basis, against }) => (
          <li key={deliverable.id}>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its own lines name it */}
            <button type="button" className={css['item']} onClick={() => openWork(deliverable)}>
              <span className={css['line']}>
                <span className={css['itemTitle']}>{titleOf(plan, deliverable)}</span>
                <span
                  className={css['figure']}
                  data-late={against?.band === 'extreme' || undefined}
                >
                  {formatWorkTime(ageMs)}
                </span>
              </span>
              <span className={css['line']}>
                <span className={css['about']}>
                  {memberName(plan, deliverable.memberId)}
                  {' · '}
                  {outcomeName(plan, deliverable.outcomeId)}
                </span>
                <span className={css['about']}>
                  {against &&
                    t(`insightsFlow.ageing.against.${basis}`, {
                      p85: formatWorkTime(against.marks.p85Ms),
                    })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
