import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { lastReceivedAt } from '../../data/receipts.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { TeamDialog } from './team-dialogs.tsx';
import { TeamTable } from './team-table.tsx';

interface PeopleTabProps {
  readonly plan: Plan;
  readonly nowMs: number;
  readonly isGoneShown: boolean;
  readonly onDialog: (dialog: TeamDialog) => void;
}

/** Who works here: where and when, on what, and how they get in. */
export function PeopleTab({ plan, nowMs, isGoneShown, onDialog }: PeopleTabProps) {
  const received = useLive(lastReceivedAt, []) ?? new Map<string, number>();
  const present = plan.members.filter((member) => !member.isGone);
  return (
    <>
      <TeamTable
        plan={plan}
        members={isGoneShown ? plan.members : present}
        received={received}
        nowMs={nowMs}
        onDialog={onDialog}
      />
      {present.length === 1 && (
        <EmptyState
          title={t('team.empty.title')}
          text={t('team.empty.text')}
          action={<Button onClick={() => onDialog({ kind: 'add' })}>{t('team.add')}</Button>}
        />
      )}
    </>
  );
}
