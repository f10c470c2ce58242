import type { WrittenSop } from '#shared/exports/sop-markdown';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../../bridge.ts';
import type { Plan } from '../../data/plan.ts';

type SavedFile = Promise<Result<{ readonly fileName: string }, IpcFailure>>;

/** Writes a procedure as Markdown to where a dialog says; an import reads it back. */
export async function saveSopMarkdown(plan: Plan, sop: WrittenSop): SavedFile {
  const { sopMarkdown } = await import('#shared/exports/sop-markdown');
  const text = sopMarkdown(sop, (sopId) => plan.sopById.get(sopId)?.title ?? '');
  return await bridge.saveText({ name: fileName(sop), kind: 'markdown', text });
}

/** Writes its steps as a table. */
export async function saveSopCsv(sop: WrittenSop): SavedFile {
  const { sopCsv } = await import('#shared/exports/sop-csv');
  const text = sopCsv(sop.steps, sop.sections);
  return await bridge.saveText({ name: fileName(sop), kind: 'csv', text });
}

/** Writes what the page's print style shows now. */
export async function saveSopPdf(sop: WrittenSop, footer: string): SavedFile {
  return await bridge.savePdf({
    name: fileName(sop),
    footer: footer.slice(0, 300),
    paper: paperOf(navigator.language),
    orientation: 'portrait',
  });
}

const fileName = ({ title, version }: WrittenSop): string =>
  `${title.trim() || 'Untitled SOP'}${version > 0 ? ` v${version}` : ''}`.slice(0, 200);

/** Where sheets are Letter: North America, the Philippines, and a few neighbours. */
const LETTER_REGIONS = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'PA', 'VE']);

function paperOf(language: string): 'A4' | 'Letter' {
  const region = /[-_]([A-Z]{2})\b/i.exec(language)?.[1]?.toUpperCase() ?? '';
  return LETTER_REGIONS.has(region) ? 'Letter' : 'A4';
}
