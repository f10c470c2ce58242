import { ArrowLeft } from 'lucide-react';
import type { QualitySample } from '#shared/quality/quality-sample';
import { dayIn } from '#shared/day';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { qualitySample } from '../../data/quality/samples.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { discardSample } from '../../services/quality-samples.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { rangeText, scopeText } from './quality-words.ts';
import { ReviewDesk } from './review-desk.tsx';
import { useReview } from './use-review.ts';

interface SampleViewProps {
  readonly plan: Plan;
  readonly sampleId: string;
}

/** One sample, worked through deliverable by deliverable. */
export function SampleView({ plan, sampleId }: SampleViewProps) {
  const found = useLive(async () => ({ sample: await qualitySample(sampleId) }), [sampleId]);
  const back = (
    <Button
      variant="quiet"
      icon={<ArrowLeft size={15} aria-hidden />}
      onClick={() => go('quality')}
    >
      {t('quality.back')}
    </Button>
  );
  if (!found) {
    return (
      <Page title={t('quality.title')} actions={back}>
        <LoadingState label={t('quality.loading')} />
      </Page>
    );
  }
  const { sample } = found;
  if (!sample || sample.isDeleted) {
    return (
      <Page title={t('quality.title')} actions={back}>
        <EmptyState title={t('quality.gone')} text={t('quality.goneText')} action={back} />
      </Page>
    );
  }
  return <LoadedSample plan={plan} sample={sample} back={back} />;
}

interface LoadedSampleProps {
  readonly plan: Plan;
  readonly sample: QualitySample;
  readonly back: React.ReactNode;
}

function LoadedSample({ plan, sample, back }: LoadedSampleProps) {
  const review = useReview(plan, sample);
  const memberId = useSession((session) => session.memberId);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  const isUntouched = review?.items.every(({ check }) => check === null) ?? false;

  async function discard(): Promise<void> {
    const saved = await discardSample(sample);
    if (announceSaved(t('quality.review.discarded'), saved)) go('quality');
  }

  return (
    <Page
      title={scopeText(plan, sample)}
      subtitle={t('quality.review.subtitle', {
        range: rangeText(sample),
        drawn: formatDay(dayIn(zone, sample.drawnAtMs), 'dated'),
      })}
      layout="fill"
      actions={
        <>
          {isUntouched && (
            <Button variant="quiet" onClick={() => void discard()}>
              {t('quality.review.discard')}
            </Button>
          )}
          {back}
        </>
      }
    >
      {review ? (
        <ReviewDesk plan={plan} sample={sample} review={review} />
      ) : (
        <LoadingState label={t('quality.loading')} />
      )}
    </Page>
  );
}
