import { useMemo, useState } from 'react';
import type { SopNews } from '#shared/sops/news';
import type { SopVersion } from '#shared/sops/sop';
import { spokenPair } from '#shared/sops/spoken-pair';
import type { Plan } from '../../../data/plan.ts';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { acknowledgeVersion } from '../../../services/sop-versions.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { dayIn } from '#shared/day';
import { DiffView } from '../sop-diff/diff-view.tsx';
import { sopTitles } from '../sop-diff/sop-titles.ts';
import { planWords } from '../sop-words/plan-words.ts';
import css from './sop-news.module.css';

interface NewsDialogProps {
  readonly plan: Plan;
  readonly news: SopNews;
  /** Where a run is to be begun once it is read. */
  readonly onStart?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What is new since somebody last ran a procedure: in words, step by step, and thanks to whom. */
export function NewsDialog({ plan, news, onStart, onClose }: NewsDialogProps) {
  const { from, to, versions } = news;
  const spoken = useMemo(() => spokenPair(planWords(plan, to.sopId), from, to), [plan, from, to]);
  const [isSaving, setIsSaving] = useState(false);

  async function read(): Promise<void> {
    setIsSaving(true);
    const saved = await acknowledgeVersion(to);
    setIsSaving(false);
    if (!saved.ok) return announceFailure(saved.error);
    onClose();
    onStart?.();
  }

  return (
    <Dialog
      isOpen
      size="lg"
      title={t('sopVersions.news.title', { title: planWords(plan, to.sopId).title(to) })}
      description={t('sopVersions.news.text', { from: from.number, to: to.number })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('sopVersions.news.later')}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void read()}>
            {t(onStart ? 'sopVersions.news.acknowledgeStart' : 'sopVersions.news.acknowledge')}
          </Button>
        </>
      }
    >
      <div className={css['news']}>
        <ol className={css['versions']}>
          {versions.map((version) => (
            <VersionNews key={version.id} plan={plan} version={version} />
          ))}
        </ol>
        <section>
          <h3 className={css['heading']}>{t('sopVersions.news.steps')}</h3>
          <DiffView {...spoken} sopTitle={sopTitles(plan)} layout="inline" isBrief />
        </section>
      </div>
    </Dialog>
  );
}

function VersionNews({ plan, version }: { readonly plan: Plan; readonly version: SopVersion }) {
  const memberId = useSession((session) => session.memberId);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  const { number, changeNote, changeReason, publishedAtMs, credits } = version;
  const names = [...new Set(credits.map((credit) => credit.memberId))].map((id) =>
    id === memberId
      ? t('sopVersions.news.yours')
      : (plan.memberById.get(id)?.name ?? t('sopVersions.list.unknown')),
  );
  return (
    <li className={css['version']}>
      <p className={css['number']}>
        {t('sopVersions.news.newVersion', { number })}
        {publishedAtMs > 0 && (
          <span className={css['when']}>{formatDay(dayIn(zone, publishedAtMs), 'dated')}</span>
        )}
      </p>
      <p className={css['note']}>{changeNote || t('sopVersions.list.noNote')}</p>
      {changeReason && (
        <p className={css['reason']}>
          <span className={css['when']}>{t('sopVersions.list.why')}</span> {changeReason}
        </p>
      )}
      {names.length > 0 && (
        <p className={css['credit']}>{t('sopVersions.news.credit', { names: names.join(', ') })}</p>
      )}
    </li>
  );
}
