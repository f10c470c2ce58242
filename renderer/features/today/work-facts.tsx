import type { AgendaItem } from '#shared/deliverables/agenda';
import { isReturned } from '#shared/deliverables/deliverable';
import { waitedNeeds } from '#shared/deliverables/needs';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { formatAgo, formatDateTime, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { whomToAsk } from '../../services/ask-again.ts';
import { Countdown, pausedText } from './countdown.tsx';
import css from './work-panel.module.css';

export interface WorkFactsProps {
  readonly item: AgendaItem<Entry>;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
}

/** What presses or holds a piece of work: the reason it came back, whom to ask, what must be done first, its time. */
export function WorkFacts({ item, plan, nowMs, zone }: WorkFactsProps) {
  const { work, block, sinceMs } = item;
  const needs = block ? [] : waitedNeeds(work);
  const isBack = isReturned(work);
  const forName = plan.memberById.get(work.standInForId ?? '')?.name;
  const isQuiet = !block && needs.length === 0 && !isBack;
  return (
    <>
      {forName && <span className={css['since']}>{t('today.forMember', { name: forName })}</span>}
      {isBack && <Returned work={work} plan={plan} />}
      {block && <Waits item={item} plan={plan} />}
      {needs[0] && (
        <span className={css['needs']}>
          {needs.length === 1
            ? t('today.needs', { title: needs[0].title })
            : t('today.needsMore', { title: needs[0].title, count: needs.length - 1 })}
        </span>
      )}
      <Countdown item={item} nowMs={nowMs} zone={zone} />
      {isQuiet && sinceMs !== null && (
        <span className={css['since']} data-tooltip={formatDateTime(sinceMs, zone)}>
          {pausedText(item, nowMs, zone) || sinceText(work, plan, sinceMs, nowMs)}
        </span>
      )}
    </>
  );
}

function sinceText(work: Entry, plan: Plan, sinceMs: number, nowMs: number): string {
  const ago = formatAgo(sinceMs, nowMs);
  if (work.startedAtMs !== null) return t('today.begun', { ago });
  const name = plan.memberById.get(work.assignedById)?.name;
  return name ? t('today.givenBy', { ago, name }) : t('today.asked', { ago });
}

function Returned({ work, plan }: Pick<WorkFactsProps, 'plan'> & { readonly work: Entry }) {
  const name = plan.memberById.get(work.reviewedById)?.name;
  return (
    <span className={css['returned']} data-tooltip={work.returnReason || undefined}>
      {name ? t('today.returnedBy', { name }) : t('today.returnedTo')}
      {work.returnReason !== '' && <span className={css['reason']}>: {work.returnReason}</span>}
    </span>
  );
}

function Waits({ item, plan }: Pick<WorkFactsProps, 'item' | 'plan'>) {
  const { work, block, waitedWorkMs } = item;
  if (!block) return null;
  const name = whomToAsk(work, block, plan);
  const what = block.wanted || block.reason;
  return (
    <span
      className={css['wait']}
      data-tooltip={[block.reason, block.wanted].filter(Boolean).join(' · ') || undefined}
    >
      {name === '' ? t(`today.askWho.${block.on}`) : t('today.ask', { name })}
      <span className={css['reason']}>
        {waitedWorkMs !== null &&
          `, ${t('today.waited', { length: formatWorkTime(waitedWorkMs) })}`}
        {what !== '' && `: ${what}`}
      </span>
    </span>
  );
}
