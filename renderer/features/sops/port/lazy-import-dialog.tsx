import type { ComponentProps } from 'react';
import { Suspense, lazy } from 'react';
import type { ImportDialog as Eager } from './import-dialog.tsx';

const ImportDialog = lazy(async () => {
  const { ImportDialog } = await import('./import-dialog.tsx');
  return { default: ImportDialog };
});

/** The import, loaded when it is asked for. */
export function LazyImportDialog(props: ComponentProps<typeof Eager>) {
  return (
    <Suspense>
      <ImportDialog {...props} />
    </Suspense>
  );
}
