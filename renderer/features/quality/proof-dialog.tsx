import { useState } from 'react';
import { compareDraws } from '#shared/quality/compare-draws';
import type { DrawComparison } from '#shared/quality/compare-draws';
import type { QualitySample, SizedBy } from '#shared/quality/quality-sample';
import { drawnCount } from '#shared/quality/quality-sample';
import { CopyTextButton } from '../../app/parts/copy-text-button.tsx';
import type { Plan } from '../../data/plan.ts';
import { drawFromHistory } from '../../data/quality/draw.ts';
import { formatDateTime, formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './quality.module.css';

interface ProofDialogProps {
  readonly plan: Plan;
  readonly sample: QualitySample;
  readonly onClose: () => void;
}

/** By which seed and rule it was drawn, and the same draw made again. */
export function ProofDialog({ plan, sample, onClose }: ProofDialogProps) {
  const [isDrawing, setIsDrawing] = useState(false);
  const [compared, setCompared] = useState<DrawComparison | null>(null);
  const count = drawnCount(sample);

  async function drawAgain(): Promise<void> {
    setIsDrawing(true);
    const again = await drawFromHistory({ scope: sample, size: count, seed: sample.seed });
    setCompared(compareDraws(sample.seed, sample.groups, again));
    setIsDrawing(false);
  }

  return (
    <Dialog
      isOpen
      size="md"
      title={t('quality.proof.title')}
      description={t('quality.proof.rule')}
      onClose={onClose}
      footer={
        <Button isBusy={isDrawing} onClick={() => void drawAgain()}>
          {t('quality.proof.check')}
        </Button>
      }
    >
      <dl className={css['facts']}>
        <div className={css['fact']}>
          <dt>{t('quality.proof.seed')}</dt>
          <dd className={css['seed']}>
            <code>{sample.seed}</code>
            <CopyTextButton size="sm" label={t('quality.proof.copySeed')} text={sample.seed} />
          </dd>
        </div>
        <div className={css['fact']}>
          <dt>{t('quality.proof.size')}</dt>
          <dd>{sizeText(sample.sizedBy)}</dd>
        </div>
        <div className={css['fact']}>
          <dt>{t('quality.proof.drawnBy')}</dt>
          <dd>
            {plan.memberById.get(sample.drawnById)?.name ?? ''}, {formatDateTime(sample.drawnAtMs)}
          </dd>
        </div>
        <div className={css['fact']}>
          <dt>{t('quality.proof.groups')}</dt>
          <dd>
            {sample.groups.map(({ id, populationCount, units }) => (
              <div key={id}>
                {t('quality.proof.group', {
                  name: groupName(plan, id),
                  count: units.length,
                  population: populationCount,
                })}
              </div>
            ))}
          </dd>
        </div>
      </dl>
      <p className={css['compared']} role="status">
        {compared && comparedText(compared, count)}
      </p>
    </Dialog>
  );
}

const groupName = (plan: Plan, id: string): string =>
  plan.memberById.get(id)?.name ?? plan.outcomeById.get(id)?.name ?? t('quality.draw.none');

const sizeText = (sizedBy: SizedBy): string =>
  sizedBy.kind === 'share'
    ? t('quality.proof.sizeShare', { share: formatRatio(sizedBy.shareRatio) })
    : t('quality.proof.sizeInterval', {
        halfWidth: formatNumber(sizedBy.halfWidthRatio * 100, 1),
        confidence: formatRatio(sizedBy.confidence),
        expected: formatRatio(sizedBy.expectedRatio),
      });

const comparedText = ({ sameCount, goneCount, cameCount }: DrawComparison, count: number): string =>
  goneCount === 0 && cameCount === 0
    ? t('quality.proof.same', { count })
    : t('quality.proof.sameBut', { same: sameCount, count, came: cameCount, gone: goneCount });
