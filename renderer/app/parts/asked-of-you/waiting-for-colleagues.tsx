import { ArrowRightLeft, PenLine } from 'lucide-react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { takeBack } from '../../../services/hand-overs.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { planWords } from '../sop-words/plan-words.ts';
import { AskedLine } from './asked-line.tsx';
import { nameOf, sopTitle, stepTitle } from './asked-words.ts';
import type { AskedSignOff, OwnHandOver } from './use-asked.ts';
import { useAsked } from './use-asked.ts';

interface WaitingProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

/** What a member asked of colleagues and has no answer to. Nothing where they wait for nobody. */
export function WaitingForColleagues({ plan, member, nowMs }: WaitingProps) {
  const asked = useAsked(member.id);
  if (!asked || asked.offered.length + asked.unsigned.length === 0) return null;
  return (
    <Panel title={t('teamwork.waiting.title')}>
      <ul>
        {asked.offered.map((own) => (
          <OfferedLine key={own.handOver.id} plan={plan} own={own} nowMs={nowMs} />
        ))}
        {asked.unsigned.map((each) => (
          <UnsignedLine key={each.signOff.id} plan={plan} asked={each} nowMs={nowMs} />
        ))}
      </ul>
    </Panel>
  );
}

interface OfferedProps {
  readonly plan: Plan;
  readonly own: OwnHandOver;
  readonly nowMs: number;
}

function OfferedLine({ plan, own: { handOver, run, version }, nowMs }: OfferedProps) {
  const sop = sopTitle(plan, version, handOver.sopId);
  async function back(): Promise<void> {
    const taken = await takeBack(run);
    if (taken.ok) go('run', { runId: run.id });
    else announceFailure(taken.error);
  }
  return (
    <AskedLine
      icon={<ArrowRightLeft size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.waiting.offered', { sop })}
      hint={t('teamwork.waiting.since', {
        name: nameOf(plan, handOver.toId),
        ago: formatAgo(handOver.atMs, nowMs),
      })}
      action={
        <Button
          variant="quiet"
          size="sm"
          aria-label={t('teamwork.waiting.takeBackSop', { sop })}
          onClick={() => void back()}
        >
          {t('teamwork.takeBack')}
        </Button>
      }
    />
  );
}

interface UnsignedProps {
  readonly plan: Plan;
  readonly asked: AskedSignOff;
  readonly nowMs: number;
}

function UnsignedLine({ plan, asked: { signOff, version }, nowMs }: UnsignedProps) {
  const step = stepTitle(version, signOff.stepId, planWords(plan, signOff.sopId));
  return (
    <AskedLine
      icon={<PenLine size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.waiting.unsigned', { step })}
      hint={t('teamwork.waiting.since', {
        name:
          signOff.askedOfId === '' ? t('teamwork.anyColleague') : nameOf(plan, signOff.askedOfId),
        ago: formatAgo(signOff.askedAtMs, nowMs),
      })}
      action={
        <Button
          variant="quiet"
          size="sm"
          aria-label={t('teamwork.asked.openAt', { step })}
          onClick={() => go('run', { runId: signOff.runId })}
        >
          {t('teamwork.open')}
        </Button>
      }
    />
  );
}
