import type { Answer } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { useLive } from '../../../data/live.ts';
import { AnswerValue } from '../../../app/parts/runs/answer-value.tsx';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import type { Plan } from '../../../data/plan.ts';
import { versionsOf } from '../../../data/sops.ts';
import { formatDateTime, formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import css from '../run-view.module.css';

interface OtherAnswersProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
  readonly zone: string;
}

/** What the record of a run holds beside the answers of its version, and what was chosen when others came. */
export function OtherAnswers({ plan, run, version, zone }: OtherAnswersProps) {
  const { sopId, choices } = run;
  const own = new Set(version.steps.map(({ id }) => id));
  const others = [...run.setAside, ...[...run.answers].filter(([stepId]) => !own.has(stepId))];
  const isPlain = others.length === 0 && choices.length === 0;
  const versions = useLive(async () => (isPlain ? [] : await versionsOf(sopId)), [isPlain, sopId]);
  if (isPlain || !versions) return null;
  const numberOf = (id: string): string => {
    const found = versions.find((each) => each.id === id);
    return found ? String(found.number) : '?';
  };
  return (
    <Panel title={t('sopVersions.migrate.recordTitle')}>
      {others.length > 0 && <p className={css['meta']}>{t('sopVersions.migrate.recordText')}</p>}
      <ul className={css['answers']}>
        {others.map(([stepId, answer]) => (
          <OtherAnswer
            memberId={run.memberId}
            key={stepId}
            step={askedStep(versions, run, stepId)}
            answer={answer}
            plan={plan}
            zone={zone}
          />
        ))}
        {choices.map(({ toVersionId, fromVersionId, choice, atMs }) => (
          <li key={toVersionId} className={css['answer']}>
            <span>
              {t(`sopVersions.migrate.chose.${choice}`, {
                from: numberOf(fromVersionId),
                to: numberOf(toVersionId),
              })}
            </span>
            <span />
            <span className={css['meta']}>{formatDateTime(atMs, zone)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface OtherAnswerProps {
  readonly memberId: string;
  readonly step: Step | undefined;
  readonly answer: Answer;
  readonly plan: Plan;
  readonly zone: string;
}

function OtherAnswer({ memberId, step, answer, plan, zone }: OtherAnswerProps) {
  const words = useSopWords();
  return (
    <li className={css['answer']}>
      <span>{(step && words.step(step).title) || t('sopVersions.diff.untitled')}</span>
      <span className={css['answerValue']}>
        {step && <AnswerValue plan={plan} step={step} answer={answer} memberId={memberId} />}
      </span>
      <span className={css['meta']}>{formatTime(answer.atMs, zone)}</span>
    </li>
  );
}

/** The step as it was when it was answered: that of the version left last that has it. */
function askedStep(
  versions: readonly SopVersion[],
  { choices }: Run,
  stepId: string,
): Step | undefined {
  const left = choices
    .filter(({ choice }) => choice === 'migrate')
    .toReversed()
    .map(({ fromVersionId }) => versions.find(({ id }) => id === fromVersionId));
  const steps = [...left, ...versions].flatMap(
    (version) => version?.steps.find(({ id }) => id === stepId) ?? [],
  );
  return steps[0];
}
