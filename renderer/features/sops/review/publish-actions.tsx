import { useState } from 'react';
import type { ReviewActs, SopStage } from '#shared/sops/review';
import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { PublishDialog } from '../publish-dialog.tsx';
import type { SopDraft } from '../use-sop-draft.ts';
import { PUBLISH_KEYS, usePublishKey } from './publish-key.ts';
import { AskReviewDialog } from './ask-review-dialog.tsx';

interface PublishActionsProps {
  readonly plan: Plan;
  readonly draft: SopDraft;
  /** Newest first. */
  readonly versions: readonly SopVersion[];
  readonly stage: SopStage;
  readonly acts: ReviewActs;
  readonly onGoToStep: (stepId: string) => void;
}

/** The ways on from a draft: to a colleague who reads it, and to its next version. */
export function PublishActions(props: PublishActionsProps) {
  const { plan, draft, versions, stage, acts, onGoToStep } = props;
  const [open, setOpen] = useState<'ask' | 'publish' | null>(null);
  const [newest] = versions;
  const show = async (dialog: 'ask' | 'publish'): Promise<void> => {
    if (await draft.flush()) setOpen(dialog);
  };
  const close = (): void => setOpen(null);
  usePublishKey(acts.canPublish ? () => void show('publish') : null);
  const why =
    stage === 'published' && newest
      ? t('sopVersions.publish.unchanged', { number: newest.number })
      : undefined;
  return (
    <>
      {acts.canAsk && (
        <Button onClick={() => void show('ask')}>{t('sopVersions.review.ask')}</Button>
      )}
      {(acts.canPublish || stage === 'published') && (
        <span data-tooltip={why}>
          <Button
            variant="primary"
            isDisabled={!acts.canPublish}
            shortcut={PUBLISH_KEYS}
            onClick={() => void show('publish')}
          >
            {t('sopVersions.review.publish')}
          </Button>
        </span>
      )}
      {open === 'ask' && (
        <AskReviewDialog plan={plan} sop={draft.sop} newest={newest ?? null} onClose={close} />
      )}
      {open === 'publish' && (
        <PublishDialog
          plan={plan}
          sop={draft.sop}
          versions={versions}
          onGoToStep={onGoToStep}
          onClose={close}
        />
      )}
    </>
  );
}
