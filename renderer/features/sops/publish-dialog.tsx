import { useMemo, useState } from 'react';
import type { DayKey } from '#shared/day';
import { isDayKey } from '#shared/day';
import { draftProblems, isBlocking } from '#shared/sops/draft-problems';
import { nextReviewOn } from '#shared/sops/review-date';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { nextNumber } from '#shared/sops/versions';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { today } from '../../services/clock.ts';
import { managerIds } from '../../services/managers.ts';
import { creditedSuggestions, publishSop } from '../../services/sop-versions.ts';
import { useSession } from '../../state/session.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { PublishCredits } from './versions/publish-credits.tsx';
import { ProblemsFirst } from './versions/problems-first.tsx';
import css from './versions/publish.module.css';

interface PublishDialogProps {
  readonly plan: Plan;
  readonly sop: Sop;
  /** Newest first. */
  readonly versions: readonly SopVersion[];
  /** Opens a step of the draft, where it is what keeps it from being published. */
  readonly onGoToStep: (stepId: string) => void;
  readonly onClose: () => void;
}

type Effective = 'now' | 'later';

/** Makes a version of the draft that never changes: what is new, why, from when, and thanks to whom. */
export function PublishDialog({ plan, sop, versions, onGoToStep, onClose }: PublishDialogProps) {
  const memberId = useSession((session) => session.memberId);
  const day = today(plan.memberById.get(memberId)?.timeZone ?? 'UTC');
  const [changeNote, setChangeNote] = useState('');
  const [changeReason, setChangeReason] = useState('');
  const [effective, setEffective] = useState<Effective>('now');
  const [effectiveOn, setEffectiveOn] = useState<DayKey>(day);
  const [reviewOn, setReviewOn] = useState<DayKey>(() => nextReviewOn(sop, day));
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const credited = useLive(() => creditedSuggestions(sop, versions[0]), [sop, versions]) ?? [];
  const problems = useMemo(() => draftProblems(sop, { sops: plan.sops }), [sop, plan.sops]);
  const isFirst = versions.length === 0;
  const errors = {
    note: !isFirst && changeNote.trim() === '' ? t('sopVersions.publish.noteMissing') : undefined,
    reason:
      !isFirst && changeReason.trim() === '' ? t('sopVersions.publish.reasonMissing') : undefined,
    effective:
      effective === 'later' && !(isDayKey(effectiveOn) && effectiveOn >= day)
        ? t('sopVersions.publish.effectivePast')
        : undefined,
    review: isDayKey(reviewOn) ? undefined : t('sopVersions.publish.reviewMissing'),
  };
  const isBlocked = problems.some(isBlocking);
  const shown = (error: string | undefined): string | undefined => (wasTried ? error : undefined);

  async function publish(): Promise<void> {
    setWasTried(true);
    if (isSaving || isBlocked || Object.values(errors).some((error) => error !== undefined)) return;
    setIsSaving(true);
    const published = await publishSop(sop, {
      changeNote,
      changeReason,
      effectiveOn: effective === 'later' && effectiveOn > day ? effectiveOn : '',
      reviewOn,
    });
    setIsSaving(false);
    if (!published.ok) return announceFailure(published.error);
    showToast({
      title: t('sopVersions.publish.done', { number: published.value.number }),
      tone: 'good',
    });
    onClose();
  }

  const number = nextNumber(versions, sop.publishedVersion);
  if (isBlocked) {
    return (
      <ProblemsFirst
        plan={plan}
        sop={sop}
        number={number}
        problems={problems.filter(isBlocking)}
        onGoToStep={onGoToStep}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('sopVersions.publish.title', { number })}
      description={t('sopVersions.publish.text')}
      submitLabel={t('sopVersions.publish.submit')}
      isSaving={isSaving}
      onSubmit={() => void publish()}
      onClose={onClose}
      className={css['form']}
    >
      <TextField
        label={isFirst ? t('sopVersions.publish.noteFirst') : t('sopVersions.publish.note')}
        placeholder={t('sopVersions.publish.notePlaceholder')}
        value={changeNote}
        error={shown(errors.note)}
        onChange={setChangeNote}
        multiline
        rows={2}
        maxLength={1_000}
      />
      {!isFirst && (
        <TextField
          label={t('sopVersions.publish.reason')}
          placeholder={t('sopVersions.publish.reasonPlaceholder')}
          value={changeReason}
          error={shown(errors.reason)}
          onChange={setChangeReason}
          multiline
          rows={2}
          maxLength={1_000}
        />
      )}
      <div className={css['dates']}>
        <div className={css['effective']}>
          <p className={css['label']}>{t('sopVersions.publish.effective')}</p>
          <Segmented<Effective>
            label={t('sopVersions.publish.effective')}
            value={effective}
            onChange={setEffective}
            options={[
              { value: 'now', label: t('sopVersions.publish.effectiveNow') },
              { value: 'later', label: t('sopVersions.publish.effectiveLater') },
            ]}
          />
        </div>
        {effective === 'later' && (
          <TextField
            type="date"
            label={t('sopVersions.publish.effectiveOn')}
            value={effectiveOn}
            error={shown(errors.effective)}
            onChange={setEffectiveOn}
          />
        )}
      </div>
      {effective === 'later' && (
        <p className={css['hint']}>{t('sopVersions.publish.effectiveHint')}</p>
      )}
      <div className={css['dates']}>
        <TextField
          type="date"
          label={t('sopVersions.publish.reviewOn')}
          value={reviewOn}
          error={shown(errors.review)}
          onChange={setReviewOn}
        />
        {sop.reviewEveryDays !== null && (
          <p className={css['beside']}>
            {t('sopVersions.publish.reviewHint', { count: sop.reviewEveryDays })}
          </p>
        )}
      </div>
      <PublishCredits plan={plan} suggestions={credited} />
      {!sop.review && <p className={css['hint']}>{directWords(plan)}</p>}
    </FormDialog>
  );
}

/** A manager alone has nobody to ask; others may want to. */
const directWords = (plan: Plan): string =>
  t(managerIds(plan).length > 1 ? 'sopVersions.publish.direct' : 'sopVersions.publish.alone');
