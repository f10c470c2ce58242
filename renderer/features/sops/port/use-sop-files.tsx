import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import type { WrittenSop } from '#shared/exports/sop-markdown';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { saveSopCsv, saveSopMarkdown, saveSopPdf } from '../../../services/sop-port/save-sop.ts';
import type { MenuItem } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { PrintedSop } from './print-sheet.tsx';

const PrintSheet = lazy(async () => {
  const { PrintSheet } = await import('./print-sheet.tsx');
  return { default: PrintSheet };
});

interface SopFiles {
  /** Menu items that take a procedure out as a file. */
  readonly items: (key: string, sop: PrintedSop) => readonly MenuItem[];
  /** What is printed, while it is; has to be in the page. */
  readonly sheet: ReactNode;
}

async function told(
  saving: Promise<Result<{ readonly fileName: string }, IpcFailure>>,
): Promise<void> {
  const saved = await saving;
  if (saved.ok) {
    showToast({ title: t('sopPort.export.saved', { name: saved.value.fileName }), tone: 'good' });
  } else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
}

/** Procedures as files: Markdown, a table, and a PDF to be printed. */
export function useSopFiles(plan: Plan): SopFiles {
  const [printing, setPrinting] = useState<PrintedSop | null>(null);
  const print = async (sop: WrittenSop) => {
    await told(saveSopPdf(sop, footerOf(sop)));
    setPrinting(null);
  };
  return {
    items: (key, sop) => [
      {
        key: `${key}-pdf`,
        label: t('sopPort.export.pdf'),
        onSelect: () => setPrinting(sop),
      },
      {
        key: `${key}-markdown`,
        label: t('sopPort.export.markdown'),
        onSelect: () => void told(saveSopMarkdown(plan, sop)),
      },
      {
        key: `${key}-csv`,
        label: t('sopPort.export.csv'),
        onSelect: () => void told(saveSopCsv(sop)),
      },
    ],
    sheet: printing && (
      <Suspense>
        <PrintSheet plan={plan} sop={printing} onReady={() => void print(printing)} />
      </Suspense>
    ),
  };
}

const footerOf = ({ title, version }: WrittenSop): string => {
  const stand =
    version > 0 ? t('sopPort.export.version', { number: version }) : t('sopPort.print.draftNote');
  return `${title || t('sops.untitled')} · ${stand}`;
};
