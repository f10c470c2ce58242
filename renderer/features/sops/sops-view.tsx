import '../../i18n/view-words.ts';
import { useState } from 'react';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useOnceParams } from '../../state/once-params.ts';
import { useRoute } from '../../state/route.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { NewSopDialog } from './new-sop-dialog.tsx';
import { LazyImportDialog } from './port/lazy-import-dialog.tsx';
import { SopEditor } from './sop-editor.tsx';
import { SopList } from './sop-list.tsx';

/** How results are reached: the list of procedures, and the editor of one. */
export function SopsView() {
  const plan = usePlan();
  if (!plan) {
    return (
      <Page title={t('sops.title')}>
        <LoadingState />
      </Page>
    );
  }
  return <Sops plan={plan} />;
}

function Sops({ plan }: { readonly plan: Plan }) {
  const { params } = useRoute();
  const asked = useOnceParams(['new', 'outcomeId']);
  const [isAdding, setIsAdding] = useState(asked['new'] === '1');
  const [isImporting, setIsImporting] = useState(false);
  const sop = plan.sopById.get(params['sopId'] ?? '');
  if (sop) return <SopEditor key={sop.id} plan={plan} stored={sop} />;
  return (
    <>
      <SopList plan={plan} onAdd={() => setIsAdding(true)} onImport={() => setIsImporting(true)} />
      {isImporting && (
        <LazyImportDialog plan={plan} draft={null} onClose={() => setIsImporting(false)} />
      )}
      {isAdding && (
        <NewSopDialog
          plan={plan}
          outcomeId={asked['outcomeId'] ?? ''}
          onClose={() => setIsAdding(false)}
          onImport={() => {
            setIsAdding(false);
            setIsImporting(true);
          }}
        />
      )}
    </>
  );
}
