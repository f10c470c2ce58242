import { ListChecks } from 'lucide-react';
import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { AskedOfYou } from '../../app/parts/asked-of-you/asked-of-you.tsx';
import { WaitingForColleagues } from '../../app/parts/asked-of-you/waiting-for-colleagues.tsx';
import type { RunLine } from '../../app/parts/runs/run-lines.ts';
import { byUrgency, endedRunLines, openRunLines } from '../../app/parts/runs/run-lines.ts';
import { NewsPanel } from '../../app/parts/sop-news/news-panel.tsx';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { memberDays } from '../../services/work-clocks.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EndedLine, OpenLine } from './checklist-lines.tsx';
import { groupedSops } from './grouped-sops.ts';
import { MissedPanel } from './missed-panel.tsx';
import { SopLine } from './sop-line.tsx';
import { MySuggestions } from './suggest/my-suggestions.tsx';

/** Checklists to go on with, those that can be begun, and what ended today. */
export function ChecklistsView() {
  const plan = usePlan();
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const member = plan?.memberById.get(memberId);
  const day = plan && member ? memberDays(member, plan.calendarById).dayAt(nowMs) : '';
  const lines = useLive(async () => {
    const [open, ended] = await Promise.all([openRunLines(memberId), endedRunLines(memberId, day)]);
    return { open, ended };
  }, [memberId, day]);
  if (!plan || !member || !lines) return <LoadingState />;
  return <LoadedChecklists plan={plan} member={member} nowMs={nowMs} day={day} {...lines} />;
}

interface LoadedProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
  /** The member's own. */
  readonly day: DayKey;
  readonly open: readonly RunLine[];
  readonly ended: readonly RunLine[];
}

function LoadedChecklists({ plan, member, nowMs, day, open, ended }: LoadedProps) {
  const groups = groupedSops(plan, member.id);
  const isEmpty = open.length === 0 && ended.length === 0 && groups.length === 0;
  const shared = { plan, nowMs, zone: member.timeZone };
  return (
    <Page title={t('checklists.title')} width="reading">
      {isEmpty && (
        <EmptyState
          icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
          title={t('checklists.none')}
          text={t('checklists.noneText')}
          action={
            member.seat === 'manager' ? (
              <Button variant="primary" onClick={() => go('sops', { new: '1' })}>
                {t('checklists.write')}
              </Button>
            ) : (
              <Button onClick={() => go('sync')}>{t('app.next.sync')}</Button>
            )
          }
        />
      )}
      <AskedOfYou plan={plan} member={member} nowMs={nowMs} />
      {open.length > 0 && (
        <Panel title={t('checklists.open')}>
          <ul>
            {byUrgency(open, nowMs).map((line) => (
              <OpenLine key={line.run.id} line={line} {...shared} />
            ))}
          </ul>
        </Panel>
      )}
      <WaitingForColleagues plan={plan} member={member} nowMs={nowMs} />
      <NewsPanel plan={plan} memberId={member.id} day={day} />
      {groups.map(({ key, name, sops }) => (
        <Panel key={key} title={name || t('checklists.anyOutcome')}>
          <ul>
            {sops.map((sop) => (
              <SopLine key={sop.id} sop={sop} plan={plan} member={member} />
            ))}
          </ul>
        </Panel>
      ))}
      <MySuggestions plan={plan} memberId={member.id} nowMs={nowMs} />
      <MissedPanel plan={plan} member={member} day={day} />
      {ended.length > 0 && (
        <Panel title={t('checklists.endedToday')}>
          <ul>
            {ended.map((line) => (
              <EndedLine key={line.run.id} line={line} {...shared} />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}
