import '../../i18n/view-words.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useRoute } from '../../state/route.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { QualityHome } from './quality-home.tsx';
import { SampleView } from './sample-view.tsx';

/** Random samples of finished work: how good it is, and the samples themselves; or one of them. */
export function QualityView() {
  const plan = usePlan();
  const { params } = useRoute();
  const sampleId = params['sample'] ?? '';
  if (!plan) {
    return (
      <Page title={t('quality.title')}>
        <LoadingState label={t('quality.loading')} />
      </Page>
    );
  }
  return sampleId === '' ? (
    <QualityHome plan={plan} />
  ) : (
    <SampleView key={sampleId} plan={plan} sampleId={sampleId} />
  );
}
