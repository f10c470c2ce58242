import type { Answer } from '#shared/sops/answer';
import { nameOf } from '../../../app/parts/asked-of-you/asked-words.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './teamwork.module.css';

interface AnsweredByProps {
  readonly plan: Plan;
  readonly answer: Answer | undefined;
  readonly zone: string;
}

/** Who answered a step before the run came here, and when; nothing where its own member did. */
export function AnsweredBy({ plan, answer, zone }: AnsweredByProps) {
  if (answer?.byId === undefined) return null;
  return (
    <p className={css['meta']}>
      {t('teamwork.answeredBy', {
        name: nameOf(plan, answer.byId),
        time: formatWeekdayTime(answer.atMs, zone),
      })}
    </p>
  );
}
