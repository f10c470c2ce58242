import type { Pressure } from '#shared/deliverables/pressure';
import { formatAgo, formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Plan } from '../../data/plan.ts';
import type { FilterPart } from './work-filter.ts';
import { DUE_CHOICES, WAITS_FOR_WORK } from './work-filter.ts';
import type { WorkItem } from './work-item.ts';
import { WORK_STAGES } from './work-item.ts';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Working time is told in hours however long it is: a working day is not the same for everybody. */
export function workLength(ms: number): string {
  if (ms < 10 * HOUR_MS) return formatDuration(ms);
  return t('work.hours', { hours: Math.round(ms / HOUR_MS) });
}

/** `3 h 20 min left` or `1 h over`, in working time. Empty where nothing says when. */
export function leftText({ leftWorkMs, dueAtMs, risk }: Pressure, nowMs: number): string {
  if (dueAtMs === null || leftWorkMs === null) return '';
  if (risk === 'overdue') {
    // Outside working hours nothing is used up: then the wall clock says how late it is.
    return leftWorkMs < 0
      ? t('work.over', { length: workLength(-leftWorkMs) })
      : t('work.wasDue', { ago: formatAgo(dueAtMs, nowMs) });
  }
  return t('work.left', { length: workLength(leftWorkMs) });
}

/** Minutes matter within the first hour, and no longer fit a card after it. */
function waitLength(ms: number): string {
  return formatDuration(ms < HOUR_MS || ms >= DAY_MS ? ms : ms - (ms % HOUR_MS));
}

/** What holds work where it is, or how long it has stood there. */
export function standText(item: WorkItem, nowMs: number): string {
  const { block, stage, sinceMs, entry, openNeedCount } = item;
  const ago = sinceMs === null ? '' : formatAgo(sinceMs, nowMs);
  if (block) {
    const length = waitLength(Math.max(0, nowMs - block.fromMs));
    return t('work.waits', { who: t(`work.who.${block.on}`), length });
  }
  if (stage === 'returned') {
    return entry.returnReason === ''
      ? t('work.returned', { ago })
      : t('work.returnedFor', { reason: entry.returnReason });
  }
  if (openNeedCount > 0) return t('work.needs', { count: openNeedCount });
  if (sinceMs === null) return '';
  if (stage === 'completed') return t('work.done', { ago });
  return stage === 'started' ? t('work.begun', { ago }) : t('work.asked', { ago });
}

/** A filter's value as a chip says it. */
export function partText({ facet, value }: FilterPart, plan: Plan): string {
  switch (facet) {
    case 'member':
      return plan.memberById.get(value)?.name ?? t('work.gone');
    case 'outcome':
      return plan.outcomeById.get(value)?.name ?? t('work.gone');
    case 'by':
      return plan.memberById.get(value)?.name ?? t('work.gone');
    case 'client':
    case 'text':
      return value;
    case 'stage': {
      const stage = WORK_STAGES.find((each) => each === value);
      return stage ? t(`work.stage.${stage}`) : value;
    }
    case 'due': {
      const due = DUE_CHOICES.find((each) => each === value);
      return due ? t(`work.due.${due}`) : value;
    }
    case 'waiting': {
      if (value === WAITS_FOR_WORK) return t('work.who.work');
      const who = BLOCKED_ON.find((each) => each === value);
      return who ? t(`work.who.${who}`) : value;
    }
    case 'owner':
      return t('work.unowned');
  }
}
