import type { Agenda, AgendaItem } from '#shared/deliverables/agenda';
import { AGENDA_PARTS, agendaItems } from '#shared/deliverables/agenda';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { useSeen } from './use-seen.ts';
import css from './work-panel.module.css';
import { WorkRow } from './work-row.tsx';

interface WorkPanelProps {
  readonly agenda: Agenda<Entry>;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
}

/** Open work in the order in which it matters. */
export function WorkPanel({ agenda, plan, nowMs, zone }: WorkPanelProps) {
  const items = agendaItems(agenda);
  const count = items.length;
  const given = items.filter(({ work }) => isGiven(work));
  const isUnseen = useSeen(
    'given',
    given.map(({ work }) => work.id),
  );
  const isNew = (work: Entry): boolean => isGiven(work) && isUnseen(work.id, work.assignedAtMs);
  return (
    <Panel title={t('today.work')} note={count > 0 && t('today.open', { count })}>
      {count === 0 ? (
        <p className={css['none']}>{t('today.noWork')}</p>
      ) : (
        <div role="grid" aria-label={t('today.work')}>
          {AGENDA_PARTS.map((part) => (
            <Group
              key={part}
              title={t(`today.parts.${part}`)}
              tone={part === 'atRisk' || part === 'returned' ? 'warn' : 'plain'}
              items={agenda[part]}
              plan={plan}
              nowMs={nowMs}
              zone={zone}
              isNew={isNew}
            />
          ))}
        </div>
      )}
    </Panel>
  );
}

interface GroupProps extends Omit<WorkPanelProps, 'agenda'> {
  readonly title: string;
  readonly tone: 'plain' | 'warn';
  readonly items: readonly AgendaItem<Entry>[];
  readonly isNew: (work: Entry) => boolean;
}

/** A long backlog is a list of its own: the first screen shows what comes next. */
const SHOWN = 12;

function Group({ title, tone, items, isNew, ...shared }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <div role="rowgroup" aria-label={title} className={css['group']}>
      <div role="row" className={css['heading']} data-tone={tone}>
        <span role="rowheader">{title}</span>
        <span role="gridcell" className={css['count']}>
          {items.length}
        </span>
      </div>
      {items.slice(0, SHOWN).map((item) => (
        <WorkRow key={item.work.id} item={item} isNew={isNew(item.work)} {...shared} />
      ))}
      {items.length > SHOWN && (
        <div role="row" className={css['more']}>
          <span role="gridcell">{t('today.more', { count: items.length - SHOWN })}</span>
        </div>
      )}
    </div>
  );
}

/** Given out by somebody else. */
const isGiven = ({ assignedById, memberId }: Entry): boolean =>
  assignedById !== '' && assignedById !== memberId;
