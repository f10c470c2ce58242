import { Suspense, lazy } from 'react';
import type { Evidence } from '#shared/evidence/evidence';

export interface EvidenceViewerProps {
  readonly files: readonly Evidence[];
  /** Which of them is shown; null while the viewer is closed. */
  readonly at: number | null;
  readonly onShow: (at: number | null) => void;
}

const ViewerDialog = lazy(async () => {
  const { ViewerDialog } = await import('./viewer-dialog.tsx');
  return { default: ViewerDialog };
});

/** Files one at a time, as large as the window allows. Loaded when first opened. */
export function EvidenceViewer({ files, at, onShow }: EvidenceViewerProps) {
  const file = at === null ? undefined : files[at];
  if (file === undefined || at === null) return null;
  return (
    <Suspense>
      <ViewerDialog files={files} file={file} at={at} onShow={onShow} />
    </Suspense>
  );
}
