import type { Run } from '#shared/sops/run';
import type { SignOff, Signature } from '#shared/sops/sign-off';
import type { Step } from '#shared/sops/step';
import { nameOf } from '../../../app/parts/asked-of-you/asked-words.ts';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import { signOffsOfRun } from '../../../data/asked.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import css from './teamwork.module.css';

interface SignaturesPanelProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly steps: readonly Step[];
  readonly zone: string;
}

/** All that was said when signatures were asked for in a run, what did not count among it. */
export function SignaturesPanel({ plan, run, steps, zone }: SignaturesPanelProps) {
  const words = useSopWords();
  const signOffs = useLive(
    () => signOffsOfRun(run),
    [run.memberId, run.id, run.fromMemberId, run.fromRunId],
  );
  const said = steps.flatMap((step) => {
    const signOff = signOffs?.get(step.id);
    return signOff ? linesOf(step, signOff) : [];
  });
  if (said.length === 0) return null;
  return (
    <Panel title={t('teamwork.signatures')}>
      <ul className={css['record']}>
        {said.map(({ step, signature, words: told }) => (
          <li key={`${step.id} ${signature.byId} ${signature.atMs}`}>
            {words.step(step).title}:{' '}
            {t(told, {
              name: nameOf(plan, signature.byId),
              time: formatWeekdayTime(signature.atMs, zone),
            })}
            {signature.note !== '' && ` ${t('teamwork.quoted', { words: signature.note })}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function linesOf(step: Step, { signature, signatures, earlier }: SignOff) {
  const line = (each: Signature, kind: 'before' | 'also') => ({
    step,
    signature: each,
    words: `teamwork.step.${kind}.${each.verdict}` as const,
  });
  return [
    ...earlier.map((each) => line(each, 'before')),
    ...signatures.map((each) =>
      each === signature
        ? {
            step,
            signature: each,
            words: `teamwork.step.${each.verdict}` as const,
          }
        : line(each, 'also'),
    ),
  ];
}
