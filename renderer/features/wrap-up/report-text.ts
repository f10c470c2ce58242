import type { DayKey } from '#shared/day';
import type { ReportTexts } from '../../services/check-ins.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

export type ReportFormat = 'plain' | 'markdown';

export interface ReportHead {
  readonly name: string;
  readonly day: DayKey;
}

const SECTIONS = [
  'report',
  'blockers',
  'tomorrow',
] as const satisfies readonly (keyof ReportTexts)[];

/** The report as one text for chat or mail. */
export function reportText(head: ReportHead, texts: ReportTexts, format: ReportFormat): string {
  const title = t('wrapUp.reportTitle', { name: head.name, day: formatDay(head.day, 'long') });
  const parts = SECTIONS.flatMap((section) => {
    const text = texts[section].trim();
    if (text === '') return [];
    const heading = t(`wrapUp.section.${section}`);
    return format === 'markdown' ? [`**${heading}**`, markdownList(text), ''] : [heading, text, ''];
  });
  const heading = format === 'markdown' ? `## ${title}` : title;
  return [heading, '', ...parts].join('\n').trimEnd();
}

/** Each line an item; what is one already stays as it is. */
const markdownList = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' || /^\s*([-*+]|\d+\.)\s/.test(line) ? line : `- ${line}`))
    .join('\n');
