import { UserX, Wrench } from 'lucide-react';
import type { Member } from '#shared/plan/member';
import { mendProblem } from '../../../app/parts/mend-problem.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { giveOutcome } from '../../../services/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { AttentionItem } from './attention-item.ts';
import { AttentionRow } from './attention-row.tsx';
import type { RowAround } from './work-rows.tsx';

interface PlanRowProps extends RowAround {
  readonly item: Extract<AttentionItem, { readonly kind: 'plan' }>;
  readonly plan: Plan;
}

/** Something in the plan that should be mended; an outcome without owner is given one at once. */
export function PlanRow({ item: { problem }, plan, onPutOff }: PlanRowProps) {
  const { code, subject, id, workCount } = problem;
  const name = problem.name.trim() || t('planProblems.unnamed');
  const why =
    code === 'work-of-left'
      ? t('planProblems.code.work-of-left', { count: workCount })
      : t(`planProblems.code.${code}`);
  const isUnowned = subject === 'outcome' && (code === 'owner-none' || code === 'owner-left');
  return (
    <AttentionRow
      icon={isUnowned ? UserX : Wrench}
      tone="warn"
      title={name}
      why={why}
      onPutOff={onPutOff}
    >
      {isUnowned ? (
        <GiveTo outcomeId={id} name={name} members={plan.members} />
      ) : (
        <Button
          size="sm"
          aria-label={t('planProblems.mendLabel', { name })}
          onClick={() => mendProblem(problem)}
        >
          {t('planProblems.mend')}
        </Button>
      )}
    </AttentionRow>
  );
}

interface GiveToProps {
  readonly outcomeId: string;
  readonly name: string;
  readonly members: readonly Member[];
}

function GiveTo({ outcomeId, name, members }: GiveToProps) {
  const there = members.filter(({ isGone }) => !isGone);
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" aria-label={t('attention.plan.giveOf', { name })}>
          {t('attention.plan.give')}
        </Button>
      }
      items={there.map((member) => ({
        key: member.id,
        label: member.name,
        hint: member.title || undefined,
        onSelect: () => void give(outcomeId, name, member),
      }))}
    />
  );
}

async function give(outcomeId: string, outcome: string, { id, name }: Member): Promise<void> {
  const told = t('attention.plan.given', { outcome, name });
  announceSaved(told, await giveOutcome({ id: outcomeId, name: outcome }, id));
}
