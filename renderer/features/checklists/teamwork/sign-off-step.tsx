import { Check, Clock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Run } from '#shared/sops/run';
import type { SignOff, Signature } from '#shared/sops/sign-off';
import { changedSince } from '#shared/sops/sign-off';
import type { Step } from '#shared/sops/step';
import { nameOf } from '../../../app/parts/asked-of-you/asked-words.ts';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { withdrawSignOff } from '../../../services/sign-offs.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { AskDialog } from './ask-dialog.tsx';
import css from './teamwork.module.css';
import type { SignedStep } from './use-signed-step.ts';
import { useSignedStep } from './use-signed-step.ts';

export interface SignOffStepProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly step: Step;
  /** IANA zone of whose run it is. */
  readonly zone: string;
  readonly isReadOnly: boolean;
}

/** A step that a second person confirms: asked for, waited for, signed or refused. */
export function SignOffStep(props: SignOffStepProps) {
  const { plan, run, step } = props;
  const signed = useSignedStep(run, step);
  const [isAsking, setIsAsking] = useState(false);
  if (!signed) return null;
  const shared = { ...props, ...signed, onAsk: () => setIsAsking(true) };
  const { signOff } = signed;
  return (
    <div className={css['stack']}>
      {signOff ? <Asked {...shared} signOff={signOff} /> : <NotAsked {...shared} />}
      {isAsking && (
        <AskDialog
          plan={plan}
          run={run}
          step={step}
          {...signed}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

interface AskableProps extends SignOffStepProps, SignedStep {
  readonly onAsk: () => void;
}

function NotAsked({ isReadOnly, onAsk }: AskableProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <p className={css['hint']}>{t('teamwork.step.signHint')}</p>
      {!isReadOnly && (
        <Button ref={button} variant="primary" shortcut="↵" onClick={onAsk}>
          {t('teamwork.step.ask')}
        </Button>
      )}
    </>
  );
}

interface AskedProps extends AskableProps {
  readonly signOff: SignOff;
}

function Asked(props: AskedProps) {
  const { signOff } = props;
  switch (signOff.signature?.verdict) {
    case 'signed':
      return <Signed {...props} signature={signOff.signature} />;
    case 'refused':
      return <Refused {...props} signature={signOff.signature} />;
    case undefined:
      return <Waiting {...props} />;
  }
}

function Waiting({ plan, signOff, zone, isReadOnly, onAsk }: AskedProps) {
  const name = signOff.askedOfId === '' ? '' : nameOf(plan, signOff.askedOfId);
  async function withdraw(): Promise<void> {
    const withdrawn = await withdrawSignOff(signOff);
    if (!withdrawn.ok) announceFailure(withdrawn.error);
  }
  return (
    <>
      <p className={css['state']} role="status">
        <Clock size={16} aria-hidden />
        {name ? t('teamwork.step.waitingFor', { name }) : t('teamwork.step.waitingForAnyone')}{' '}
        <span className={css['meta']}>
          {t('teamwork.step.askedAt', { time: formatWeekdayTime(signOff.askedAtMs, zone) })}
        </span>
      </p>
      <Earlier plan={plan} signatures={signOff.earlier} zone={zone} />
      <p className={css['hint']}>{t('teamwork.step.goOn')}</p>
      {!isReadOnly && (
        <div className={css['acts']}>
          <Button size="sm" onClick={onAsk}>
            {t('teamwork.step.askOther')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => void withdraw()}>
            {t('teamwork.step.withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}

interface AnsweredProps extends AskedProps {
  readonly signature: Signature;
}

function Refused({ plan, signOff, signature, zone, isReadOnly, onAsk }: AnsweredProps) {
  return (
    <>
      <Callout
        tone="warn"
        title={t('teamwork.step.refused', {
          name: nameOf(plan, signature.byId),
          time: formatWeekdayTime(signature.atMs, zone),
        })}
        action={
          !isReadOnly && (
            <Button size="sm" onClick={onAsk}>
              {t('teamwork.step.askAgain')}
            </Button>
          )
        }
      >
        {signature.note}
      </Callout>
      <Earlier plan={plan} signatures={signOff.earlier} zone={zone} />
    </>
  );
}

/** Signed is signed; what else was said, and what has changed since, stands beside it. */
function Signed({
  plan,
  signOff,
  signature,
  steps,
  answers,
  zone,
  isReadOnly,
  onAsk,
}: AnsweredProps) {
  const words = useSopWords();
  const changed = new Set(changedSince(signOff, answers));
  const titles = steps.filter(({ id }) => changed.has(id)).map((step) => words.step(step).title);
  const others = signOff.signatures.filter((each) => each !== signature);
  const again = !isReadOnly && (
    <Button size="sm" variant="quiet" onClick={onAsk}>
      {t('teamwork.step.askAgain')}
    </Button>
  );
  return (
    <>
      <p className={css['signed']}>
        <Check size={16} aria-hidden />
        {t('teamwork.step.signed', {
          name: nameOf(plan, signature.byId),
          time: formatWeekdayTime(signature.atMs, zone),
        })}
      </p>
      {signature.note !== '' && <p className={css['note']}>{signature.note}</p>}
      <Earlier plan={plan} signatures={signOff.earlier} zone={zone} />
      {others.map((other) => (
        <Callout
          key={`${other.byId} ${other.atMs}`}
          tone={other.verdict === 'refused' ? 'warn' : 'neutral'}
          title={t(`teamwork.step.also.${other.verdict}`, {
            name: nameOf(plan, other.byId),
            time: formatWeekdayTime(other.atMs, zone),
          })}
          action={other.verdict === 'refused' && again}
        >
          {other.note}
        </Callout>
      ))}
      {titles.length > 0 && (
        <Callout tone="warn" title={t('teamwork.step.changed')} action={again}>
          {titles.join(', ')}
        </Callout>
      )}
    </>
  );
}

interface EarlierProps {
  readonly plan: Plan;
  readonly signatures: readonly Signature[];
  readonly zone: string;
}

/** What was said of the same step when it was asked before. */
function Earlier({ plan, signatures, zone }: EarlierProps) {
  if (signatures.length === 0) return null;
  return (
    <ul className={css['earlier']} aria-label={t('teamwork.step.earlier')}>
      {signatures.map((signature) => (
        <li key={`${signature.byId} ${signature.atMs}`}>
          {t(`teamwork.step.before.${signature.verdict}`, {
            name: nameOf(plan, signature.byId),
            time: formatWeekdayTime(signature.atMs, zone),
          })}
          {signature.note !== '' && ` ${t('teamwork.quoted', { words: signature.note })}`}
        </li>
      ))}
    </ul>
  );
}
