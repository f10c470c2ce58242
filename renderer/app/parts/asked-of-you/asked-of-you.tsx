import { ArrowRightLeft, PenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { takeBack } from '../../../services/hand-overs.ts';
import { go } from '../../../state/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AskedLine } from './asked-line.tsx';
import { nameOf, sopTitle, stepTitle } from './asked-words.ts';
import type { Asked, AskedHandOver, AskedSignOff, OwnHandOver } from './use-asked.ts';
import { useAsked } from './use-asked.ts';

/** Read by few, so fetched with the first look. */
const SignDialog = lazy(async () => {
  const { SignDialog } = await import('./sign-dialog.tsx');
  return { default: SignDialog };
});
const OfferDialog = lazy(async () => {
  const { OfferDialog } = await import('./offer-dialog.tsx');
  return { default: OfferDialog };
});

interface AskedOfYouProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

type Looked =
  | { readonly kind: 'sign'; readonly asked: AskedSignOff }
  | { readonly kind: 'take'; readonly asked: AskedHandOver };

/**
 * What colleagues ask of a member: signatures, runs to take over, and what came back from them. Nothing
 * where nobody asks.
 */
export function AskedOfYou({ plan, member, nowMs }: AskedOfYouProps) {
  const asked = useAsked(member.id);
  const [looked, setLooked] = useState<Looked | null>(null);
  const close = (): void => setLooked(null);
  return (
    <>
      {asked && countOf(asked) > 0 && (
        <Panel title={t('teamwork.asked.title')} note={countOf(asked)}>
          <ul>
            {asked.declined.map((own) => (
              <DeclinedLine key={own.handOver.id} plan={plan} own={own} nowMs={nowMs} />
            ))}
            {asked.refused.map((own) => (
              <RefusedLine key={own.signOff.id} plan={plan} asked={own} nowMs={nowMs} />
            ))}
            {asked.toSign.map((each) => (
              <SignLine
                key={each.signOff.id}
                plan={plan}
                asked={each}
                nowMs={nowMs}
                onLook={() => setLooked({ kind: 'sign', asked: each })}
              />
            ))}
            {asked.toTake.map((each) => (
              <OfferLine
                key={each.handOver.id}
                plan={plan}
                asked={each}
                nowMs={nowMs}
                onLook={() => setLooked({ kind: 'take', asked: each })}
              />
            ))}
          </ul>
        </Panel>
      )}
      <Suspense>
        {looked?.kind === 'sign' && (
          <SignDialog plan={plan} member={member} {...looked.asked} onClose={close} />
        )}
        {looked?.kind === 'take' && (
          <OfferDialog plan={plan} member={member} {...looked.asked} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

const countOf = ({ toSign, toTake, declined, refused }: Asked): number =>
  toSign.length + toTake.length + declined.length + refused.length;

interface LineProps<T> {
  readonly plan: Plan;
  readonly asked: T;
  readonly nowMs: number;
  readonly onLook: () => void;
}

function SignLine({ plan, asked, nowMs, onLook }: LineProps<AskedSignOff>) {
  const { signOff } = asked;
  const step = stepTitle(asked.version, signOff.stepId);
  const sop = sopTitle(plan, asked.version, signOff.sopId);
  return (
    <AskedLine
      icon={<PenLine size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.asked.sign', { step })}
      hint={t('teamwork.asked.from', {
        name: nameOf(plan, signOff.memberId),
        what: sop,
        ago: formatAgo(signOff.askedAtMs, nowMs),
      })}
      mark={signOff.askedOfId === '' && <Badge>{t('teamwork.asked.anyone')}</Badge>}
      action={
        <Button size="sm" aria-label={t('teamwork.asked.lookAtStep', { step })} onClick={onLook}>
          {t('teamwork.asked.look')}
        </Button>
      }
    />
  );
}

function OfferLine({ plan, asked, nowMs, onLook }: LineProps<AskedHandOver>) {
  const { handOver, version } = asked;
  const sop = sopTitle(plan, version, handOver.sopId);
  return (
    <AskedLine
      icon={<ArrowRightLeft size={15} strokeWidth={1.75} aria-hidden />}
      title={t('teamwork.asked.take', { sop })}
      hint={t('teamwork.asked.from', {
        name: nameOf(plan, handOver.fromId),
        what: t('teamwork.asked.atStep', { step: stepTitle(version, handOver.atStepId) }),
        ago: formatAgo(handOver.atMs, nowMs),
      })}
      action={
        <Button size="sm" aria-label={t('teamwork.asked.lookAtSop', { sop })} onClick={onLook}>
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

function DeclinedLine({ plan, own, nowMs }: DeclinedProps) {
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

function RefusedLine({ plan, asked: { signOff, version }, nowMs }: RefusedProps) {
  const { signature } = signOff;
  const step = stepTitle(version, signOff.stepId);
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
