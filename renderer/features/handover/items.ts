import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Handing } from '../../services/handover-reassign.ts';

/** One thing that can change hands, with the words that tell it from others. */
export interface Item {
  readonly kind: Handing['kind'];
  readonly id: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly outcomeId: string;
  /** The procedure to know; empty where there is none. */
  readonly sopId: string;
  /** To whom a run has been offered already; empty where it is free to give. */
  readonly offeredTo: string;
}

export const KINDS = ['outcome', 'run', 'work', 'recurring'] as const satisfies Item['kind'][];

/** All that changes hands, by kind in their order. */
export function itemsOf(facts: HandOverFacts): readonly Item[] {
  const { timeZone } = facts.member;
  const none = { sopId: '', offeredTo: '' };
  return [
    ...facts.outcomes.map(({ id, name, statement, isOwner }) => ({
      ...none,
      kind: 'outcome' as const,
      id,
      title: name,
      outcomeId: id,
      facts: [t(isOwner ? 'handover.give.owner' : 'handover.give.helper'), statement],
    })),
    ...facts.runs.map((run) => ({
      kind: 'run' as const,
      id: run.id,
      title: run.sop,
      outcomeId: run.outcomeId,
      sopId: run.sopId,
      offeredTo: run.offeredTo,
      facts: [
        t('handover.give.step', { at: run.stepNumber, count: run.stepCount, step: run.step }),
        run.work,
      ],
    })),
    ...facts.work.map((work) => ({
      ...none,
      kind: 'work' as const,
      id: work.id,
      title: work.title,
      outcomeId: work.outcomeId,
      facts: [
        t(`log.stage.${work.stage}`),
        work.outcome,
        work.dueAtMs === null
          ? ''
          : t('handover.give.due', { when: formatDateTime(work.dueAtMs, timeZone) }),
      ],
    })),
    ...facts.recurring.map(({ id, outcomeId, title, rule, isPaused }) => ({
      ...none,
      kind: 'recurring' as const,
      id,
      title,
      outcomeId,
      facts: [rule, isPaused ? t('handover.give.paused') : ''],
    })),
  ].map((item) => ({ ...item, facts: item.facts.filter(Boolean) }));
}

export const itemKey = ({ kind, id }: Pick<Item, 'kind' | 'id'>): string => `${kind}-${id}`;
