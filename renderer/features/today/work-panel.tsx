import type { Agenda, AgendaItem } from '#shared/deliverables/agenda';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './work-panel.module.css';
import { WorkRow } from './work-row.tsx';

interface WorkPanelProps {
  readonly agenda: Agenda<Entry>;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
}

/** Open work: what waits and on whom, what is under way, what is to be begun. */
export function WorkPanel({ agenda, plan, nowMs, zone }: WorkPanelProps) {
  const { blocked, inProgress, toStart } = agenda;
  const count = blocked.length + inProgress.length + toStart.length;
  const shared = { plan, nowMs, zone };
  return (
    <Panel title={t('today.work')} note={count > 0 && t('today.open', { count })}>
      {count === 0 ? (
        <p className={css['none']}>{t('today.noWork')}</p>
      ) : (
        <div role="grid" aria-label={t('today.work')}>
          <Group title={t('today.blocked')} items={blocked} {...shared} />
          <Group title={t('today.inProgress')} items={inProgress} {...shared} />
          <Group title={t('today.toStart')} items={toStart} {...shared} />
        </div>
      )}
    </Panel>
  );
}

interface GroupProps extends Omit<WorkPanelProps, 'agenda'> {
  readonly title: string;
  readonly items: readonly AgendaItem<Entry>[];
}

/** A long backlog is a list of its own: the first screen shows what comes next. */
const SHOWN = 12;

function Group({ title, items, ...shared }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <div role="rowgroup" aria-label={title} className={css['group']}>
      <div role="row" className={css['heading']}>
        <span role="rowheader">{title}</span>
        <span role="gridcell" className={css['count']}>
          {items.length}
        </span>
      </div>
      {items.slice(0, SHOWN).map((item) => (
        <WorkRow key={item.work.id} item={item} {...shared} />
      ))}
      {items.length > SHOWN && (
        <div role="row" className={css['more']}>
          <span role="gridcell">{t('today.more', { count: items.length - SHOWN })}</span>
        </div>
      )}
    </div>
  );
}
