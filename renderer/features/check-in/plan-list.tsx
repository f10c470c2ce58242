import { useState } from 'react';
import { dayIn } from '#shared/day';
import { isReturned, openBlock } from '#shared/deliverables/deliverable';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { waitText, workTitle } from '../../i18n/entry-words.ts';
import { formatDay, formatTime, formatWeekdayTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './check-in-view.module.css';
import type { OwnCheckIn } from './use-own-check-in.ts';

interface PlanListProps {
  readonly plan: Plan;
  readonly facts: OwnCheckIn;
  readonly nowMs: number;
  readonly zone: string;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** A long backlog is a list of its own: what presses stands on top. */
const SHOWN = 10;

/** The open work to pick the day's plan from, the most pressing first. */
export function PlanList({ plan, facts, nowMs, zone, picked, onChange }: PlanListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const { open, given, before } = facts;
  const openIds = new Set(open.map(({ id }) => id));
  const finished = (given?.planned ?? []).filter(({ workId }) => !openIds.has(workId));
  const isPicked = (id: string): boolean => picked.includes(id);
  const shown = open.filter(({ id }, at) => isWhole || at < SHOWN || isPicked(id));
  const plannedBefore = new Set(before?.planned.map(({ workId }) => workId));
  const toggle = (id: string, isIn: boolean): void =>
    onChange(isIn ? [...picked, id] : picked.filter((each) => each !== id));
  const hintOf = (work: Entry): string =>
    [
      plan.outcomeById.get(work.outcomeId)?.name,
      work.reference,
      stateText(work, plan, nowMs, zone),
      before && plannedBefore.has(work.id)
        ? t('checkIn.form.plannedBefore', { day: formatDay(before.day) })
        : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Panel
      title={t('checkIn.form.plan')}
      note={t('checkIn.form.planned', { count: picked.length })}
    >
      {open.length + finished.length === 0 ? (
        <p className={css['faint']}>{t('checkIn.form.noOpen')}</p>
      ) : (
        <ul className={css['planList']}>
          {finished.map(({ workId, title }) => (
            <li key={workId}>
              <Checkbox
                label={title}
                description={t('checkIn.form.finished')}
                checked={isPicked(workId)}
                onChange={(isIn) => toggle(workId, isIn)}
              />
            </li>
          ))}
          {shown.map((work) => (
            <li key={work.id}>
              <Checkbox
                label={workTitle(
                  work,
                  plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items'),
                )}
                description={hintOf(work)}
                checked={isPicked(work.id)}
                onChange={(isIn) => toggle(work.id, isIn)}
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length < open.length && (
        <Button variant="quiet" size="sm" onClick={() => setIsWhole(true)}>
          {t('checkIn.form.showAll', { count: open.length })}
        </Button>
      )}
    </Panel>
  );
}

function stateText(work: Entry, plan: Plan, nowMs: number, zone: string): string {
  const block = openBlock(work);
  if (block) return waitText(block, nowMs, plan.memberById.get(block.whoId)?.name);
  const due =
    work.dueAtMs !== null &&
    t(work.dueAtMs < nowMs ? 'checkIn.form.wasDue' : 'checkIn.form.due', {
      when: whenText(work.dueAtMs, nowMs, zone),
    });
  return [
    isReturned(work) ? t('checkIn.form.returned') : '',
    work.startedAtMs !== null ? t('checkIn.form.begun') : '',
    due,
  ]
    .filter(Boolean)
    .join(' · ');
}

const DAY_MS = 86_400_000;

/** `16:00` today, `Mon 09:00` within a week of now, else with its date. */
function whenText(atMs: number, nowMs: number, zone: string): string {
  const day = dayIn(zone, atMs);
  if (day === dayIn(zone, nowMs)) return formatTime(atMs, zone);
  if (Math.abs(atMs - nowMs) < 6 * DAY_MS) return formatWeekdayTime(atMs, zone);
  return `${formatDay(day)} ${formatTime(atMs, zone)}`;
}
