import type { LogLine } from '#shared/deliverables/log-line';
import type { Problem, ProblemCode } from '#shared/deliverables/log-line-problems';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { errorsText, quantityText, workTitle } from '../../i18n/entry-words.ts';
import { formatMoney } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** What a line says, in plain words, part by part: "12 listings", "Product uploads", "1 error", "today". */
export function lineWords(line: LogLine, target: Entry | null, plan: Plan): readonly string[] {
  const outcome = plan.outcomeById.get(line.outcomeId ?? target?.outcomeId ?? '');
  const unit = outcome?.unit ?? t('log.items');
  const isUnclear = line.problems.some(({ code }) => code === 'quantity-unclear');
  if (target) {
    const title = workTitle(target, unit);
    return [t(`log.does.${line.intent}`, { title }), ...detailWords(line, plan)];
  }
  return [
    ...(line.intent === 'log' || line.intent === 'done' ? [] : [t(`log.begins.${line.intent}`)]),
    isUnclear ? t('log.howMany', { unit }) : quantityText(line.quantity ?? 1, unit),
    ...(outcome ? [outcome.name] : []),
    ...detailWords(line, plan),
    ...(line.intent === 'log' || line.intent === 'done'
      ? [line.dayOffset === 0 ? t('log.today') : t('log.yesterday')]
      : []),
  ];
}

function detailWords(line: LogLine, plan: Plan): readonly string[] {
  const who = plan.memberById.get(line.blockedWhoId)?.name;
  const on = line.blockedOn && t(`log.on.${line.blockedOn}`);
  return [
    ...(on ? [who ? t('log.onWhom', { name: who }) : on] : []),
    ...(line.errors === null ? [] : [errorsText(line.errors)]),
    ...(line.valueMinor === null
      ? []
      : [formatMoney(line.valueMinor, plan.workspace?.currency ?? 'USD')]),
    ...(line.costMinor === null
      ? []
      : [
          t('log.result.cost', {
            cost: formatMoney(line.costMinor, plan.workspace?.currency ?? 'USD'),
          }),
        ]),
    ...(line.score === null ? [] : [t('log.result.score', { score: line.score })]),
    ...(line.partCount === null || line.wholeCount === null
      ? []
      : [t('log.result.ratio', { part: line.partCount, whole: line.wholeCount })]),
    ...(line.reference === '' ? [] : [line.reference]),
    ...(line.client === '' ? [] : [line.client]),
    ...(line.note === '' ? [] : [`“${line.note}”`]),
  ];
}

const PROBLEM_KEYS = {
  'outcome-missing': 'log.problem.outcomeMissing',
  'outcome-ambiguous': 'log.problem.outcomeAmbiguous',
  'outcome-unknown': 'log.problem.outcomeUnknown',
  'blocked-on-missing': 'log.problem.blockedOnMissing',
  'quantity-unclear': 'log.problem.quantityUnclear',
  'quantity-zero': 'log.problem.quantityZero',
  'quantity-too-large': 'log.problem.quantityTooLarge',
  'errors-above-quantity': 'log.problem.errorsAboveQuantity',
  'amount-unclear': 'log.problem.amountUnclear',
  'other-currency': 'log.problem.otherCurrency',
} as const satisfies Record<ProblemCode, string>;

export function problemText({ code, start, end }: Problem, text: string, plan: Plan): string {
  // There is nothing to choose from, and nothing that whoever types could do about it.
  const isWithout = plan.outcomes.every(({ isArchived }) => isArchived);
  if (code.startsWith('outcome-') && isWithout) return t('log.problem.noOutcomes');
  return t(PROBLEM_KEYS[code], {
    text: text.slice(start, end),
    currency: plan.workspace?.currency ?? 'USD',
  });
}
