import '../../i18n/view-words.ts';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PlanProblems } from '../../app/parts/plan-problems.tsx';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { go, replaceRoute, useRoute } from '../../state/route.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { CalendarsTab, openCalendar } from './calendars-tab.tsx';
import { ClientDialog } from './client-dialog.tsx';
import type { ClientInDialog } from './client-dialog.tsx';
import { ClientsTab } from './clients-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { TeamDialogs } from './team-dialogs.tsx';
import type { TeamDialog } from './team-dialogs.tsx';

const TABS = ['people', 'calendars', 'clients'] as const;
type Tab = (typeof TABS)[number];

/** Stands for the id of somebody who is still to be added. */
const NEW = 'new';

/** Who works here, by which hours, and for whom. */
export function TeamView() {
  const plan = usePlan();
  const { params } = useRoute();
  const nowMs = useNow();
  if (!plan) {
    return (
      <Page title={t('team.title')}>
        <LoadingState />
      </Page>
    );
  }
  const calendarId = params['calendarId'];
  const calendar = calendarId === undefined ? undefined : plan.calendarById.get(calendarId);
  // A calendar that is not there (its adding undone) shows the list.
  if (calendar || calendarId === 'new') {
    return (
      <CalendarEditor key={calendarId} plan={plan} calendar={calendar ?? null} nowMs={nowMs} />
    );
  }
  return (
    <Team
      plan={plan}
      tab={tabNamed(params['tab'])}
      asked={params['memberId'] ?? (params['new'] === '1' ? NEW : '')}
      nowMs={nowMs}
    />
  );
}

interface TeamProps {
  readonly plan: Plan;
  readonly tab: Tab;
  /** A member whose dialog is to be opened at once, or `NEW`; empty where none is asked for. */
  readonly asked: string;
  readonly nowMs: number;
}

function Team({ plan, tab, asked, nowMs }: TeamProps) {
  const [isGoneShown, setIsGoneShown] = useState(false);
  const [areArchivedShown, setAreArchivedShown] = useState(false);
  const [dialog, setDialog] = useState<TeamDialog | null>(null);
  const [answered, setAnswered] = useState('');
  // Asked for once, also from this very view; then out of the route, so that Back does not ask again.
  if (asked !== answered) {
    setAnswered(asked);
    const member = plan.memberById.get(asked);
    if (member) setDialog({ kind: 'edit', member });
    else if (asked === NEW) setDialog({ kind: 'add' });
  }
  useEffect(() => {
    if (asked !== '') replaceRoute('team');
  }, [asked]);
  const [client, setClient] = useState<ClientInDialog | null>(null);
  const present = plan.members.filter((member) => !member.isGone);
  const calendars = plan.calendars.filter(({ isArchived }) => !isArchived);
  const add: Record<Tab, { readonly label: string; readonly act: () => void }> = {
    people: { label: t('team.add'), act: () => setDialog({ kind: 'add' }) },
    calendars: { label: t('calendars.add'), act: () => openCalendar('new') },
    clients: { label: t('calendars.clients.add'), act: () => setClient('new') },
  };
  return (
    <Page
      title={t('team.title')}
      actions={
        <>
          {tab === 'people' && present.length < plan.members.length && (
            <Checkbox label={t('team.showGone')} checked={isGoneShown} onChange={setIsGoneShown} />
          )}
          {tab === 'calendars' && calendars.length < plan.calendars.length && (
            <Checkbox
              label={t('calendars.showArchived')}
              checked={areArchivedShown}
              onChange={setAreArchivedShown}
            />
          )}
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={add[tab].act}>
            {add[tab].label}
          </Button>
        </>
      }
    >
      <Tabs
        label={t('team.title')}
        value={tab}
        onChange={(next) => go('team', { tab: next })}
        tabs={[
          { value: 'people', label: t('team.tab.people'), count: present.length },
          { value: 'calendars', label: t('calendars.title'), count: calendars.length },
          { value: 'clients', label: t('calendars.clients.title'), count: plan.clients.length },
        ]}
      >
        {tab !== 'clients' && <PlanProblems plan={plan} scope="team" />}
        {tab === 'people' && (
          <PeopleTab plan={plan} nowMs={nowMs} isGoneShown={isGoneShown} onDialog={setDialog} />
        )}
        {tab === 'calendars' && (
          <CalendarsTab plan={plan} nowMs={nowMs} areArchivedShown={areArchivedShown} />
        )}
        {tab === 'clients' && <ClientsTab plan={plan} nowMs={nowMs} onDialog={setClient} />}
      </Tabs>
      {dialog && (
        <TeamDialogs
          plan={plan}
          dialog={dialog}
          onDialog={setDialog}
          onClose={() => setDialog(null)}
        />
      )}
      {client && (
        <ClientDialog plan={plan} client={client} nowMs={nowMs} onClose={() => setClient(null)} />
      )}
    </Page>
  );
}

const tabNamed = (name: string | undefined): Tab => TABS.find((tab) => tab === name) ?? 'people';
