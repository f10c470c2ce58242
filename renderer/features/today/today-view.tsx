import { ListChecks, Plus } from 'lucide-react';
import { useCallback } from 'react';
import { dayIn } from '#shared/day';
import type { Entry } from '../../data/deliverables.ts';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { actOnEntry, actionOfKey, showEntryMenu } from '../../services/entry-actions.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ChecklistsPanel } from './checklists-panel.tsx';
import { LoggedPanel } from './logged-panel.tsx';
import { OutputPanel } from './output-panel.tsx';
import css from './today-view.module.css';
import { useReadyMark } from './use-ready-mark.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { Today } from './use-today.ts';
import { useToday } from './use-today.ts';
import { WorkPanel } from './work-panel.tsx';

/** The day in one look: output against target, what is due, under way and waiting, what is logged. */
export function TodayView() {
  const today = useToday();
  return today ? <LoadedToday today={today} /> : <LoadingState />;
}

function LoadedToday({ today }: { readonly today: Today }) {
  const { plan, agenda, logged } = today;
  const act = useCallback(
    (rowId: string, key: string): boolean => {
      const entry = entryOf(today, rowId);
      if (!entry) return false;
      if (key === 'ContextMenu') void showEntryMenu(entry, plan);
      else if (key === 'Enter') openEntryDialog({ kind: 'edit', entry });
      else {
        const action = actionOfKey(key, entry);
        if (!action) return false;
        void actOnEntry(action, entry, plan);
      }
      return true;
    },
    [today, plan],
  );
  useRowKeys(act);
  useReadyMark();

  return (
    <Page title={t('today.title')} subtitle={<Clocks today={today} />} actions={<Actions />}>
      {today.output.length === 0 ? (
        <EmptyState
          icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
          title={t('today.noOutcomes')}
          text={t('today.noOutcomesText')}
        />
      ) : (
        <div className={css['columns']}>
          <div className={css['column']}>
            <OutputPanel output={today.output} />
            <WorkPanel
              agenda={agenda}
              plan={plan}
              nowMs={today.nowMs}
              zone={today.member.timeZone}
            />
          </div>
          <div className={css['column']}>
            <ChecklistsPanel today={today} />
            <LoggedPanel logged={logged} today={today} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Actions() {
  return (
    <>
      <Button variant="quiet" onClick={() => go('wrap-up')}>
        {t('today.wrapUp')}
      </Button>
      <Button
        icon={<Plus aria-hidden />}
        onClick={() => openEntryDialog({ kind: 'new', values: {}, isRequest: true })}
      >
        {t('today.newWork')}
      </Button>
    </>
  );
}

/** The member's own day and time, and those of the clients they work for where they differ. */
function Clocks({ today }: { readonly today: Today }) {
  const { plan, member, day, nowMs } = today;
  const served = new Set(today.output.map(({ outcome }) => outcome.client));
  const abroad = plan.clients.filter(
    ({ name, timeZone }) =>
      served.has(name) &&
      timeZone !== '' &&
      formatTime(nowMs, timeZone) !== formatTime(nowMs, member.timeZone),
  );
  return (
    <span className={css['clocks']}>
      <span>{formatDay(day, 'long')}</span>
      <span>{t('today.yourTime', { time: formatTime(nowMs, member.timeZone) })}</span>
      {abroad.map(({ id, name, timeZone }) => (
        <span key={id} className={css['abroad']}>
          {t('today.theirTime', { name, time: formatTime(nowMs, timeZone) })}
          {dayIn(timeZone, nowMs) !== day && ` ${formatDay(dayIn(timeZone, nowMs))}`}
        </span>
      ))}
    </span>
  );
}

function entryOf({ agenda, logged }: Today, rowId: string): Entry | null {
  const open = [...agenda.blocked, ...agenda.inProgress, ...agenda.toStart];
  return (
    open.find(({ work }) => work.id === rowId)?.work ??
    logged.find(({ id }) => id === rowId) ??
    null
  );
}
