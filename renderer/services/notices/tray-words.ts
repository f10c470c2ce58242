import { pressureOn } from '#shared/deliverables/pressure';
import { openBlock } from '#shared/deliverables/deliverable';
import { contributionOf } from '#shared/metrics/rollup';
import type { Member } from '#shared/plan/member';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { currentTerms } from '../../data/terms.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { dayTargets } from '../day-targets.ts';
import { outcomesOf } from '../log-vocabulary.ts';
import { memberDays } from '../work-clocks.ts';
import { timeText } from './notice-words.ts';

export interface TrayFacts {
  readonly plan: Plan;
  readonly member: Member;
  readonly hasOwnWork: boolean;
  /** Open work that the seat sees: its own, or the team's. */
  readonly open: readonly Entry[];
  /** What the member completed today. */
  readonly logged: readonly Entry[];
  readonly unsentCount: number;
  readonly nowMs: number;
}

/** So many outcomes stand in the menu of the tray; the window has them all. */
const MOST_OUTCOMES = 4;

/** Today's state in words, line by line: done of planned, what is due next, what waits, what is unsent. */
export function trayLines(facts: TrayFacts): readonly string[] {
  const isManager = facts.member.seat === 'manager';
  return [
    ...(facts.hasOwnWork ? ownLines(facts) : []),
    ...(isManager ? teamLines(facts) : []),
    blockedLine(facts.open),
    facts.unsentCount === 0
      ? t('outside.tray.allSent')
      : t('outside.tray.unsent', { count: facts.unsentCount }),
  ];
}

function ownLines(facts: TrayFacts): readonly string[] {
  return [...doneLines(facts), nextLine(facts)];
}

function doneLines({ plan, member, logged, nowMs }: TrayFacts): readonly string[] {
  const day = memberDays(member, plan.calendarById).dayAt(nowMs);
  const own = outcomesOf(plan, member.id);
  const targets = dayTargets(plan, member, own, day, nowMs);
  const done = new Map<string, number>();
  for (const entry of logged) {
    const part = contributionOf(entry);
    if (part) done.set(part.outcomeId, (done.get(part.outcomeId) ?? 0) + part.totals.quantity);
  }
  const lines = own.flatMap(({ id, name, unit }) => {
    const whole = targets.get(id)?.whole ?? 0;
    const quantity = formatQuantity(done.get(id) ?? 0);
    if (whole > 0) {
      const said = { outcome: name, done: quantity, whole: formatQuantity(whole), unit };
      return [t('outside.tray.outcome', said)];
    }
    return done.has(id)
      ? [t('outside.tray.loggedOnly', { outcome: name, done: quantity, unit })]
      : [];
  });
  return lines.length > 0 ? lines.slice(0, MOST_OUTCOMES) : [t('outside.tray.dayOff')];
}

function nextLine({ plan, member, open, nowMs }: TrayFacts): string {
  const pressed = pressures({ plan, open: open.filter((work) => isFor(work, member)), nowMs });
  const [next] = pressed
    .flatMap(({ entry, dueAtMs }) => (dueAtMs === null ? [] : [{ entry, dueAtMs }]))
    .toSorted((a, b) => a.dueAtMs - b.dueAtMs);
  if (!next) return t('outside.tray.nothingDue');
  const unit = plan.outcomeById.get(next.entry.outcomeId)?.unit ?? t('log.items');
  const when = timeText(next.dueAtMs, { zone: member.timeZone, nowMs });
  return t('outside.tray.next', { title: workTitle(next.entry, unit), when });
}

const isFor = (work: Entry, { id }: Member): boolean => work.memberId === id;

function teamLines(facts: TrayFacts): readonly string[] {
  const risks = pressures(facts).map(({ risk }) => risk);
  const overdue = risks.filter((risk) => risk === 'overdue').length;
  const atRisk = risks.filter((risk) => risk === 'atRisk').length;
  if (overdue + atRisk === 0) return [t('outside.tray.teamFine')];
  return [
    ...(overdue > 0 ? [t('outside.tray.teamLate', { count: overdue })] : []),
    ...(atRisk > 0 ? [t('outside.tray.teamAtRisk', { count: atRisk })] : []),
  ];
}

function pressures({ plan, open, nowMs }: Pick<TrayFacts, 'plan' | 'open' | 'nowMs'>) {
  const terms = currentTerms(plan);
  return open.map((entry) => {
    const { clock, slasAt } = terms.of(entry.memberId, entry.outcomeId);
    const slas = entry.requestedAtMs === null ? [] : slasAt(entry.requestedAtMs);
    const pressure = pressureOn(entry, { clock, slas, usualWorkMs: null }, nowMs, nowMs);
    return { entry, risk: pressure.risk, dueAtMs: pressure.dueAtMs };
  });
}

function blockedLine(open: readonly Entry[]): string {
  const count = open.filter((entry) => openBlock(entry) !== null).length;
  return count === 0 ? t('outside.tray.noneBlocked') : t('outside.tray.blocked', { count });
}
