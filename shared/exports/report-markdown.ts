import type { ReportBlock, ReportDocument, WrittenCell } from './report-document.ts';

/**
 * A report for a chat: Markdown that Slack, Teams, Google Chat and WhatsApp all show or leave readable.
 * None of them draws tables, so a row is a point: its first cell bold, then each figure by its column.
 */
export function reportMarkdown(document: ReportDocument): string {
  const head = [`**${plain(document.title)}**`, plain(document.subtitle)].filter(
    (line) => line !== '',
  );
  const facts = document.facts.map(({ label, value }) => `${plain(label)}: ${plain(value)}`);
  const parts = [[...head, ...facts].join('\n'), ...document.blocks.map(blockText)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: ReportBlock): string {
  if (block.kind === 'heading') return `**${plain(block.text)}**`;
  if (block.kind === 'text') return plain(block.text);
  if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`).join('\n');
  if (block.kind === 'figures') {
    return block.figures
      .map(({ label, value, note }) => {
        const said = note === '' ? '' : ` (${plain(note)})`;
        return `- ${plain(label)}: **${plain(value)}**${said}`;
      })
      .join('\n');
  }
  return block.rows.map((row) => rowText(block.columns, row)).join('\n');
}

function rowText(
  columns: readonly { readonly title: string }[],
  row: readonly WrittenCell[],
): string {
  const [first, ...others] = row;
  if (first?.isPart) return `  - ${plain(first.text)}`;
  const said = others.flatMap(({ text }, at) =>
    text === '' || text === '–' ? [] : [`${plain(columns[at + 1]?.title ?? '')} ${plain(text)}`],
  );
  const tail = said.length > 0 ? `: ${said.join(' · ')}` : '';
  return `- **${plain(first?.text ?? '')}**${tail}`;
}

/** One line in which nothing that a person typed is taken for a mark. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\*_~`<>[\]|#]/g, '\\$&');
