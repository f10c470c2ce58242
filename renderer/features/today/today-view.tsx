import { ListChecks, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { agendaItems } from '#shared/deliverables/agenda';
import { Hint } from '../../app/hints/hint.tsx';
import { RUN_SOP } from '../../app/parts/runs/run-sop.tsx';
import type { Entry } from '../../data/deliverables.ts';
import { t } from '../../i18n/text.ts';
import { actOnEntry, actionOfKey, showEntryMenu } from '../../services/entry-actions.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { useAfterFirstScreen } from '../../state/first-screen.ts';
import { go } from '../../state/route.ts';
import { useReadyMark } from '../../state/use-ready-mark.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ChecklistsPanel } from './checklists-panel.tsx';
import { DayHead } from './day-head.tsx';
import { LoggedPanel } from './logged-panel.tsx';
import { OutputPanel } from './output-panel.tsx';
import css from './today-view.module.css';
import { ROW, useRowKeys } from './use-row-keys.ts';
import type { Today } from './use-today.ts';
import { useToday } from './use-today.ts';
import { WorkPanel } from './work-panel.tsx';

/** Nobody is asked for anything on most days: fetched beside the first screen. */
const AskedOfYou = lazy(async () => {
  const { AskedOfYou } = await import('../../app/parts/asked-of-you/asked-of-you.tsx');
  return { default: AskedOfYou };
});

const CheckInLine = lazy(async () => {
  const { CheckInLine } = await import('../../app/parts/check-ins/check-in-line.tsx');
  return { default: CheckInLine };
});

const OwnFirstSteps = lazy(async () => {
  const { OwnFirstSteps } = await import('../../app/hints/own-first-steps.tsx');
  return { default: OwnFirstSteps };
});
const OutageCard = lazy(async () => {
  const { OutageCard } = await import('../../app/parts/outages/outage-card.tsx');
  return { default: OutageCard };
});
const ToldCard = lazy(async () => {
  const { ToldCard } = await import('../../app/parts/quality/told-card.tsx');
  return { default: ToldCard };
});
const OwnActions = lazy(async () => {
  const { OwnActions } = await import('../../app/parts/review-actions/own-actions.tsx');
  return { default: OwnActions };
});
const OutagesDialog = lazy(async () => {
  const { OutagesDialog } = await import('../../app/parts/outages/outages-dialog.tsx');
  return { default: OutagesDialog };
});

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
      else if (key.toLowerCase() === 'g') pressInRow('[aria-haspopup="dialog"]');
      else if (key.toLowerCase() === 'x') pressInRow(`[${RUN_SOP}]`);
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
  useReadyMark('today-interactive');
  const isAfter = useAfterFirstScreen();
  const asked = isAfter && (
    <Suspense>
      <OwnFirstSteps plan={plan} />
      <CheckInLine plan={plan} member={today.member} day={today.day} nowMs={today.nowMs} />
      <OutageCard plan={plan} member={today.member} nowMs={today.nowMs} />
      <AskedOfYou plan={plan} member={today.member} nowMs={today.nowMs} />
      <OwnActions member={today.member} nowMs={today.nowMs} />
      <ToldCard plan={plan} memberId={today.member.id} day={today.day} nowMs={today.nowMs} />
    </Suspense>
  );

  return (
    <Page
      title={t('today.title')}
      subtitle={<DayHead today={today} />}
      actions={<Actions today={today} />}
    >
      {today.output.length === 0 ? (
        <>
          {asked}
          <EmptyState
            icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
            title={t('today.noOutcomes')}
            text={t('today.noOutcomesText')}
            action={<Button onClick={() => go('sync')}>{t('app.next.sync')}</Button>}
          />
        </>
      ) : (
        <div className={css['columns']}>
          <div className={css['column']}>
            <OutputPanel output={today.output} hours={today.hours} />
            {isAfter && agendaItems(agenda).length > 0 && <Hint name="today" />}
            <WorkPanel
              agenda={agenda}
              plan={plan}
              nowMs={today.nowMs}
              zone={today.member.timeZone}
            />
          </div>
          <div className={css['column']}>
            {asked}
            <ChecklistsPanel today={today} />
            <LoggedPanel logged={logged} today={today} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Actions({ today: { plan, member } }: { readonly today: Today }) {
  const [isLedgerOpen, setIsLedgerOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsLedgerOpen(true)}>
        {t('outages.open')}
      </Button>
      {isLedgerOpen && (
        <Suspense>
          <OutagesDialog plan={plan} member={member} onClose={() => setIsLedgerOpen(false)} />
        </Suspense>
      )}
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

function entryOf({ agenda, logged }: Today, rowId: string): Entry | null {
  return (
    agendaItems(agenda).find(({ work }) => work.id === rowId)?.work ??
    logged.find(({ id }) => id === rowId) ??
    null
  );
}

/** What stands in the row in focus: its key does what a press on it does. */
function pressInRow(selector: string): void {
  const row = document.activeElement?.closest(`[${ROW}]`);
  row?.querySelector<HTMLElement>(selector)?.click();
}
