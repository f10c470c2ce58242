import type { DayKey } from '#shared/day';
import { LAST_PLAN_DAY } from '#shared/plan/plan-limits';
import { slasOn } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import type { Role } from '#shared/plan/role';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { measureSentence, promiseWords } from '../../i18n/measure-words.ts';
import { localeTag } from '../../i18n/language.ts';
import { t } from '../../i18n/text.ts';
import { memberName } from './member-name.ts';
import { outcomesOfRole } from './role-outcomes.ts';

/** A role in words, for the page, the printer and the clipboard alike. */
export interface RoleDescription {
  readonly name: string;
  readonly why: string;
  /** "Held by Ana and Ben, looked after by Mara · 1 Oct – 31 Dec". */
  readonly people: string;
  readonly outcomes: readonly DescribedOutcome[];
}

export interface DescribedOutcome {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  /** Why, how one can tell, what is promised and by whom: what there is of it. */
  readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

export function describeRole(role: Role, plan: Plan): RoleDescription {
  const nameOf = (id: string) => memberName(plan, id);
  const names = role.memberIds.map(nameOf).filter(Boolean);
  const owner = nameOf(role.ownerId);
  const held =
    names.length > 0
      ? t('roles.page.heldBy', { names: listFormat().format(names) })
      : t('roles.page.heldByNobody');
  const isOthers = owner !== '' && !(names.length === 1 && role.memberIds.includes(role.ownerId));
  return {
    name: role.name.trim() || t('planProblems.unnamed'),
    why: role.why,
    people: [
      isOthers ? `${held}, ${t('roles.page.lookedAfter', { name: owner })}` : held,
      role.status === 'active' ? '' : t(`strategy.status.${role.status}`),
      daysWords(role),
    ]
      .filter(Boolean)
      .join(' · '),
    outcomes: outcomesOfRole(plan, role.id).map((outcome) => describeOutcome(outcome, plan)),
  };
}

/** Nothing where no day is set. */
function daysWords({ startsOn, endsOn }: Role): string {
  if (startsOn === '' && endsOn === '') return '';
  return t('strategy.dates', { from: dayWords(startsOn), to: dayWords(endsOn) });
}

const dayWords = (day: DayKey): string => (day === '' ? '…' : formatDay(day, 'dated'));

function describeOutcome(outcome: Outcome, plan: Plan): DescribedOutcome {
  const currency = plan.workspace?.currency ?? 'USD';
  const nameOf = (id: string) => memberName(plan, id);
  const keyResult = plan.keyResultById.get(outcome.keyResultId);
  const facts = [
    { label: t('roles.page.why'), lines: [outcome.why] },
    { label: t('roles.page.serves'), lines: [keyResult?.name ?? ''] },
    {
      label: t('roles.page.judged'),
      lines: outcome.measures.map((measure) =>
        measureSentence(measure, { unit: outcome.unit, currency }),
      ),
    },
    {
      label: t('roles.page.promised'),
      lines: slasOn(outcome, LAST_PLAN_DAY).map(promiseWords),
    },
    { label: t('roles.page.owner'), lines: [nameOf(outcome.ownerId)] },
    { label: t('roles.page.standIn'), lines: [nameOf(outcome.standInId)] },
  ];
  return {
    id: outcome.id,
    name: outcome.name,
    statement: outcome.statement,
    facts: facts
      .map(({ label, lines }) => ({
        label,
        lines: [...new Set(lines)].filter((line) => line !== ''),
      }))
      .filter(({ lines }) => lines.length > 0),
  };
}

const listFormat = (): Intl.ListFormat => new Intl.ListFormat(localeTag(), { type: 'conjunction' });
