import type { TemplateWords } from '#shared/plan/template-draft';
import { unitOfKind } from '#shared/plan/measure-kinds';
import type { OutcomeTemplate } from '#shared/plan/outcome-templates';
import { DEFAULT_THINGS } from '#shared/plan/statement-proposal';
import type { Proposal } from '#shared/plan/statement-proposal';
import { formatMoney, formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

export interface FilledWords extends TemplateWords {
  /** Where the blank of the statement stands: what it is about. */
  readonly blank: readonly [from: number, to: number];
}

/** A template's words about certain things, with its own figures in the sentence. */
export function templateWords(
  template: OutcomeTemplate,
  things: Proposal['things'] | null,
  currency: string,
): FilledWords {
  const { id } = template;
  const about = thingsText(things ?? { key: DEFAULT_THINGS[id] });
  const statement = t(`outcomeTemplates.${id}.statement`, {
    things: about,
    ...figures(template, currency),
  });
  const from = statement.indexOf(about);
  return {
    statement,
    blank: [from, from + about.length],
    name: t(`outcomeTemplates.${id}.name`),
    why: t(`outcomeTemplates.${id}.why`),
    unit: about,
    counts: (key) => ({
      part: t(`outcomeTemplates.counts.${key}.part`),
      whole: t(`outcomeTemplates.counts.${key}.whole`),
    }),
  };
}

const thingsText = (things: Proposal['things']): string =>
  'text' in things ? things.text : t(`outcomeTemplates.things.${things.key}`);

/** The sentence and the measures say the same, because one is written from the other. */
function figures({ measures, promises }: OutcomeTemplate, currency: string) {
  const percent = measures.find(({ kind }) => unitOfKind(kind) === 'percent')?.target ?? 0;
  const money = measures.find(({ kind }) => unitOfKind(kind) === 'money')?.target ?? 0;
  const minutes = promises.completed ?? promises.responded ?? 0;
  return {
    percent: formatRatio(percent),
    money: formatMoney(money, currency),
    time: t('outcomeTemplates.hours', { number: numberWord(minutes / 60) }),
  };
}

/** Small round figures read better as words. */
function numberWord(hours: number): string {
  if (hours === 4) return t('outcomeTemplates.number.four');
  return hours === 8 ? t('outcomeTemplates.number.eight') : formatNumber(hours);
}
