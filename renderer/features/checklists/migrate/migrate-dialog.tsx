import { useMemo, useState } from 'react';
import { migrationPreview } from '#shared/sops/migrate';
import type { Run } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import { spokenPair } from '#shared/sops/spoken-pair';
import { DiffView } from '../../../app/parts/sop-diff/diff-view.tsx';
import { useSopWords } from '../../../app/parts/sop-words/sop-words.tsx';
import { sopTitles } from '../../../app/parts/sop-diff/sop-titles.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { keepVersion, migrateRun } from '../../../services/run-versions.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { AnswerFates } from './answer-fates.tsx';
import css from './migrate.module.css';
import type { Offer } from './use-offer.ts';

interface MigrateDialogProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
  readonly offer: Offer;
  readonly onClose: () => void;
}

/** What would become of a run in a newer version: its answers, where it would stand, and what is different. */
export function MigrateDialog({ plan, run, version, offer, onClose }: MigrateDialogProps) {
  const { to, complete } = offer;
  const words = useSopWords();
  const preview = useMemo(
    () => migrationPreview(version, to, run.answers, complete),
    [version, to, run.answers, complete],
  );
  const spoken = useMemo(() => spokenPair(words, version, to), [words, version, to]);
  const [isSaving, setIsSaving] = useState(false);
  const { standsAt, openCount } = preview;

  async function choose(choice: 'keep' | 'migrate'): Promise<void> {
    setIsSaving(true);
    const chosen =
      choice === 'keep' ? await keepVersion(run, to) : await migrateRun(run, to, preview);
    setIsSaving(false);
    const told =
      choice === 'keep'
        ? t('sopVersions.migrate.kept', { number: version.number })
        : t('sopVersions.migrate.moved', { number: to.number });
    if (announceSaved(told, chosen)) onClose();
  }

  return (
    <Dialog
      isOpen
      size="lg"
      title={t('sopVersions.migrate.title', { number: to.number })}
      description={t('sopVersions.migrate.text')}
      onClose={onClose}
      footer={
        <>
          <Button isBusy={isSaving} onClick={() => void choose('keep')}>
            {t('sopVersions.migrate.keep', { number: version.number })}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void choose('migrate')}>
            {t('sopVersions.migrate.go', { number: to.number })}
          </Button>
        </>
      }
    >
      <div className={css['preview']}>
        {to.changeNote && <p className={css['note']}>{to.changeNote}</p>}
        <AnswerFates plan={plan} preview={preview} />
        <p className={css['stands']}>
          {standsAt ? (
            <>
              {t('sopVersions.migrate.stands')} <strong>{words.step(standsAt).title}</strong>
              {' · '}
              {t('sopVersions.migrate.open', { count: openCount })}
            </>
          ) : (
            t('sopVersions.migrate.done')
          )}
        </p>
        <section>
          <h3 className={css['heading']}>{t('sopVersions.migrate.steps')}</h3>
          <DiffView {...spoken} sopTitle={sopTitles(plan)} layout="inline" isBrief />
        </section>
      </div>
    </Dialog>
  );
}
