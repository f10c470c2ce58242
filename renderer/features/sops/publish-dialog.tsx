import { useState } from 'react';
import { addDays, isDayKey } from '#shared/day';
import { publishProblem } from '#shared/sops/draft';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { today } from '../../services/clock.ts';
import { publishSop } from '../../services/sops.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import css from './new-sop-dialog.module.css';

interface PublishDialogProps {
  readonly sop: Sop;
  readonly newest: SopVersion | null;
  readonly onClose: () => void;
}

/** A procedure that nobody looks at again grows wrong: a season is long enough. */
const REVIEW_DAYS = 90;

/** Makes a version of the draft that never changes, with a word on what is new. */
export function PublishDialog({ sop, newest, onClose }: PublishDialogProps) {
  const [changeNote, setChangeNote] = useState('');
  const day = today('UTC');
  const [reviewOn, setReviewOn] = useState(
    sop.reviewOn > day ? sop.reviewOn : addDays(day, REVIEW_DAYS),
  );
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const number = sop.publishedVersion + 1;
  const problem = publishProblem(sop);
  const isNoteMissing = newest !== null && changeNote.trim() === '';
  const publish = async () => {
    setWasTried(true);
    if (problem || isNoteMissing) return;
    setIsSaving(true);
    const saved = await publishSop(sop, {
      changeNote,
      reviewOn: isDayKey(reviewOn) ? reviewOn : '',
    });
    setIsSaving(false);
    if (!saved.ok) {
      announceFailure(saved.error);
      return;
    }
    showToast({ title: t('sops.publish.done', { number }), tone: 'good' });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('sops.publish.title', { number })}
      description={t('sops.publish.text')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            isBusy={isSaving}
            isDisabled={problem !== null}
            onClick={() => void publish()}
          >
            {t('sops.publish.submit')}
          </Button>
        </>
      }
    >
      {problem ? (
        <Callout tone="warn" title={t(`sops.publish.problem.${problem}`)} />
      ) : (
        <div className={css['form']}>
          <TextField
            label={newest ? t('sops.publish.note') : t('sops.publish.noteFirst')}
            placeholder={t('sops.publish.notePlaceholder')}
            value={changeNote}
            error={wasTried && isNoteMissing ? t('sops.publish.noteMissing') : undefined}
            onChange={setChangeNote}
            multiline
            rows={2}
            maxLength={1_000}
          />
          <TextField
            type="date"
            label={t('sops.publish.reviewOn')}
            value={reviewOn}
            onChange={setReviewOn}
          />
        </div>
      )}
    </Dialog>
  );
}
