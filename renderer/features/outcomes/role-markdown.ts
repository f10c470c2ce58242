import { t } from '../../i18n/text.ts';
import type { DescribedOutcome, RoleDescription } from './role-description.ts';

/** A role's description as Markdown (CommonMark), for a handbook or a message. */
export const roleMarkdown = ({ name, why, people, outcomes }: RoleDescription): string =>
  [
    `# ${escaped(name)}`,
    `${escaped(people)}.`,
    ...(why === '' ? [] : [`> ${escaped(why)}`]),
    `## ${t('roles.page.answersFor')}`,
    ...(outcomes.length === 0 ? [t('roles.page.nothing')] : outcomes.map(outcomeMarkdown)),
  ].join('\n\n') + '\n';

const outcomeMarkdown = ({ name, statement, facts }: DescribedOutcome): string =>
  [
    `### ${escaped(name)}`,
    `**${escaped(statement)}**`,
    facts
      .map(({ label, lines }) =>
        lines.length === 1
          ? `- ${label}: ${escaped(lines.join(''))}`
          : [`- ${label}:`, ...lines.map((line) => `  - ${escaped(line)}`)].join('\n'),
      )
      .join('\n'),
  ]
    .filter((part) => part !== '' && part !== '****')
    .join('\n\n');

/** What a person typed stays what they typed: no emphasis, no link, no new line. */
const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
