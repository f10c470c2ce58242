import { ArrowRightLeft, PenLine } from 'lucide-react';
import type { HandOverPack } from '#shared/handover/hand-over-pack';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { takeBack } from '../../../services/hand-overs.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { AskedLine } from './asked-line.tsx';
import { planWords } from '../sop-words/plan-words.ts';
import { nameOf, sopTitle, stepTitle } from './asked-words.ts';
import type { AskedHandOver, AskedSignOff, OwnHandOver } from './use-asked.ts';

interface LineProps<T> {
  readonly plan: Plan;
  readonly asked: T;
  readonly nowMs: number;
  readonly onLook: () => void;
}

/** A signature that is asked for. */
export function SignLine({ plan, asked, nowMs, onLook }: LineProps<AskedSignOff>) {
  const { signOff } = asked;
  const step = stepTitle(asked.version, signOff.stepId, planWords(plan, signOff.sopId));
  const sop = sopTitle(plan, asked.version, signOff.sopId);
  const name = nameOf(plan, signOff.memberId);
  return (
    <AskedLine
      icon={<PenLine size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.asked.sign', { step })}
      hint={t('teamwork.asked.from', {
        name,
        what: sop,
        ago: formatAgo(signOff.askedAtMs, nowMs),
      })}
      mark={signOff.askedOfId === '' && <Badge>{t('teamwork.asked.anyone')}</Badge>}
      action={
        <Button
          size="sm"
          aria-label={t('teamwork.asked.lookAtStep', { step, name })}
          onClick={onLook}
        >
          {t('teamwork.asked.look')}
        </Button>
      }
    />
  );
}

/** A run that a colleague hands over. */
export function OfferLine({ plan, asked, nowMs, onLook }: LineProps<AskedHandOver>) {
  const { handOver, version } = asked;
  const sop = sopTitle(plan, version, handOver.sopId);
  const name = nameOf(plan, handOver.fromId);
  return (
    <AskedLine
      icon={<ArrowRightLeft size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.asked.take', { sop })}
      hint={t('teamwork.asked.from', {
        name,
        what: t('teamwork.asked.atStep', {
          step: stepTitle(version, handOver.atStepId, planWords(plan, handOver.sopId)),
        }),
        ago: formatAgo(handOver.atMs, nowMs),
      })}
      action={
        <Button
          size="sm"
          aria-label={t('teamwork.asked.lookAtSop', { sop, name })}
          onClick={onLook}
        >
          {t('teamwork.asked.look')}
        </Button>
      }
    />
  );
}

/** What a manager gave them of a colleague's. */
export function PackLine({ plan, asked, nowMs, onLook }: LineProps<HandOverPack>) {
  const name = nameOf(plan, asked.fromId);
  return (
    <AskedLine
      icon={<ArrowRightLeft size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.asked.pack', { count: asked.items.length, name })}
      hint={t('teamwork.asked.from', {
        name: nameOf(plan, asked.byId),
        what: asked.items.map(({ title }) => title).join(', '),
        ago: formatAgo(asked.atMs, nowMs),
      })}
      action={
        <Button size="sm" aria-label={t('teamwork.asked.lookAtPack', { name })} onClick={onLook}>
          {t('teamwork.asked.look')}
        </Button>
      }
    />
  );
}

interface DeclinedProps {
  readonly plan: Plan;
  readonly own: OwnHandOver;
  readonly nowMs: number;
}

/** A run that nobody took: it is the member's again, at a press. */
export function DeclinedLine({ plan, own, nowMs }: DeclinedProps) {
  const { handOver, run, version } = own;
  async function takeUp(): Promise<void> {
    const taken = await takeBack(run);
    if (taken.ok) go('run', { runId: run.id });
    else announceFailure(taken.error);
  }
  return (
    <AskedLine
      icon={<ArrowRightLeft size={15} strokeWidth={1.75} aria-hidden />}
      tone="warn"
      title={t('teamwork.asked.declined', {
        name: nameOf(plan, handOver.toId),
        sop: sopTitle(plan, version, handOver.sopId),
      })}
      hint={answerHint(handOver.reply?.reason, handOver.reply?.atMs, nowMs)}
      action={
        <Button size="sm" onClick={() => void takeUp()}>
          {t('teamwork.takeUp')}
        </Button>
      }
    />
  );
}

interface RefusedProps {
  readonly plan: Plan;
  readonly asked: AskedSignOff;
  readonly nowMs: number;
}

/** A signature that was refused: there is something to put right. */
export function RefusedLine({ plan, asked: { signOff, version }, nowMs }: RefusedProps) {
  const { signature } = signOff;
  const step = stepTitle(version, signOff.stepId, planWords(plan, signOff.sopId));
  return (
    <AskedLine
      icon={<PenLine size={15} strokeWidth={1.75} aria-hidden />}
      tone="warn"
      title={t('teamwork.asked.refused', { name: nameOf(plan, signature?.byId ?? ''), step })}
      hint={answerHint(signature?.note, signature?.atMs, nowMs)}
      action={
        <Button
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

const answerHint = (words: string | undefined, atMs: number | undefined, nowMs: number): string =>
  [words && t('teamwork.quoted', { words }), atMs !== undefined && formatAgo(atMs, nowMs)]
    .filter(Boolean)
    .join(' · ');
