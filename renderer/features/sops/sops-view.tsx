import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { replaceRoute, useRoute } from '../../state/route.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { NewSopDialog } from './new-sop-dialog.tsx';
import { SopEditor } from './sop-editor.tsx';
import { SopList } from './sop-list.tsx';

/** How results are reached: the list of procedures, and the editor of one. */
export function SopsView() {
  const plan = usePlan();
  const { params } = useRoute();
  if (!plan) {
    return (
      <Page title={t('sops.title')}>
        <LoadingState />
      </Page>
    );
  }
  const sop = plan.sopById.get(params['sopId'] ?? '');
  if (sop) return <SopEditor key={sop.id} plan={plan} stored={sop} />;
  return (
    <>
      <SopList plan={plan} />
      {params['new'] === '1' && (
        <NewSopDialog
          plan={plan}
          outcomeId={params['outcomeId'] ?? ''}
          onClose={() => replaceRoute('sops')}
        />
      )}
    </>
  );
}
