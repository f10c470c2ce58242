import '../../i18n/view-words.ts';
import { useState } from 'react';
import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { memberDays } from '../../services/work-clocks.ts';
import { useNow } from '../../state/use-now.ts';
import { useSession } from '../../state/session.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReportEditor } from './report-editor.tsx';
import { useWrapUp } from './use-wrap-up.ts';

type DayChoice = 'today' | 'yesterday';

/** The day's report: built from the log, put in the member's own words, sent. */
export function WrapUpView() {
  const plan = usePlan();
  const memberId = useSession((session) => session.memberId);
  const member = plan?.memberById.get(memberId);
  return plan && member ? <LoadedWrapUp plan={plan} member={member} /> : <LoadingState />;
}

function LoadedWrapUp({ plan, member }: { readonly plan: Plan; readonly member: Member }) {
  const nowMs = useNow();
  const [choice, setChoice] = useState<DayChoice>('today');
  const today = memberDays(member, plan.calendarById).dayAt(nowMs);
  const day = choice === 'today' ? today : addDays(today, -1);
  return (
    <Page
      title={t('wrapUp.title')}
      subtitle={formatDay(day, 'long')}
      actions={
        <Segmented
          label={t('wrapUp.day')}
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'yesterday', label: t('wrapUp.yesterday') },
            { value: 'today', label: t('wrapUp.today') },
          ]}
        />
      }
    >
      <DayReport key={day} plan={plan} member={member} day={day} nowMs={nowMs} />
    </Page>
  );
}

interface DayReportProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly day: DayKey;
  readonly nowMs: number;
}

function DayReport({ plan, member, day, nowMs }: DayReportProps) {
  const facts = useWrapUp(plan, member, day, nowMs);
  if (!facts || facts.report.day !== day) return <LoadingState />;
  return <ReportEditor plan={plan} member={member} facts={facts} nowMs={nowMs} />;
}
