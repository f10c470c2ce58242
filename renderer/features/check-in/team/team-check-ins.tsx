import { ChevronLeft, ChevronRight, Sunrise } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { CadencesButton } from '../../../app/parts/cadences/cadences-button.tsx';
import type { Plan } from '../../../data/plan.ts';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { memberDays } from '../../../services/work-clocks.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { MemberRow } from './member-row.tsx';
import { SaidBackPanel } from './said-back-panel.tsx';
import css from './team-check-ins.module.css';
import { TeamSummary } from './team-summary.tsx';
import { useTeamCheckIns } from './use-team-check-ins.ts';
import { ZoneHead } from './zone-head.tsx';

interface TeamCheckInsProps {
  readonly plan: Plan;
  /** The manager who looks. */
  readonly member: Member;
  readonly nowMs: number;
  readonly actions?: ReactNode;
}

/** Everybody's answers, by the clocks they live by: what they take up, what is done, what holds them up. */
export function TeamCheckIns({ plan, member, nowMs, actions }: TeamCheckInsProps) {
  const [day, setDay] = useState<DayKey | null>(null);
  const today = memberDays(member, plan.calendarById).dayAt(nowMs);
  const facts = useTeamCheckIns(plan, day, nowMs);
  const isAsked = plan.cadences.some((each) => each.kind === 'checkIn' && !each.isPaused);
  return (
    <Page
      title={t('checkIn.title')}
      subtitle={day === null ? t('checkIn.teamView.ownToday') : formatDay(day, 'long')}
      actions={
        <>
          {actions}
          <DaySteps day={day} today={today} onChange={setDay} />
          <CadencesButton plan={plan} member={member} kind="checkIn" nowMs={nowMs} />
        </>
      }
    >
      {!facts ? (
        <LoadingState />
      ) : facts.rows.length === 0 ? (
        <EmptyState
          icon={<Sunrise size={28} strokeWidth={1.5} aria-hidden />}
          title={t('checkIn.teamView.noBody')}
          text={t('checkIn.teamView.noBodyText')}
          action={
            <Button variant="primary" onClick={() => go('team', { new: '1' })}>
              {t('checkIn.teamView.addMember')}
            </Button>
          }
        />
      ) : (
        <div className={css['team']}>
          {!isAsked && (
            <Callout tone="accent" title={t('checkIn.teamView.noCadence')}>
              {t('checkIn.teamView.noCadenceText')}
            </Callout>
          )}
          <TeamSummary rows={facts.rows} />
          <SaidBackPanel plan={plan} instructions={facts.instructions} nowMs={nowMs} />
          {facts.groups.map(({ zone, rows }) => (
            <section key={zone} aria-labelledby={`zone-${zone}`}>
              <ZoneHead id={`zone-${zone}`} zone={zone} nowMs={nowMs} />
              <ul>
                {rows.map((row) => (
                  <MemberRow
                    key={row.member.id}
                    row={row}
                    plan={plan}
                    nowMs={nowMs}
                    viewerZone={member.timeZone}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

interface DayStepsProps {
  /** Null for the day that each member has now. */
  readonly day: DayKey | null;
  readonly today: DayKey;
  readonly onChange: (day: DayKey | null) => void;
}

function DaySteps({ day, today, onChange }: DayStepsProps) {
  const shown = day ?? today;
  const later = addDays(shown, 1);
  return (
    <div role="group" aria-label={t('checkIn.teamView.day')} className={css['steps']}>
      <IconButton
        label={t('checkIn.teamView.before')}
        icon={<ChevronLeft aria-hidden />}
        onClick={() => onChange(addDays(shown, -1))}
      />
      <Button variant="quiet" onClick={() => onChange(null)}>
        {day === null ? t('checkIn.teamView.today') : formatDay(day)}
      </Button>
      <IconButton
        label={t('checkIn.teamView.after')}
        icon={<ChevronRight aria-hidden />}
        isDisabled={day === null}
        onClick={() => onChange(later >= today ? null : later)}
      />
    </div>
  );
}
