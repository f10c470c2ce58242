import type { ReactNode } from 'react';
import { usePlan } from '../../data/plan.ts';
import { failureText } from '../../i18n/failures.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { ImportSummary } from '../../services/sync.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Stat } from '../../ui/stat.tsx';
import css from './import-summary.module.css';

/** What an import brought: new, already had, not taken and why, what is missing in between. */
export function ImportSummaryList({ summary }: { readonly summary: ImportSummary }) {
  const plan = usePlan();
  const nameOf = (memberId: string): string =>
    plan?.memberById.get(memberId)?.name ?? t('overview.output.noMember');
  const { newEntries, changedEntries, alreadyHad, refused, rejected, gaps } = summary;
  const refusedCount = refused.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={css['summary']}>
      <div className={css['figures']}>
        <Stat
          label={t('overview.import.newEntries')}
          value={formatNumber(newEntries)}
          hint={whence(summary)}
          tone={newEntries > 0 ? 'good' : 'neutral'}
        />
        <Stat
          label={t('overview.import.alreadyHad')}
          value={formatNumber(alreadyHad)}
          hint={t('overview.import.alreadyHadHint', { batches: summary.knownBatches })}
        />
        <Stat
          label={t('overview.import.rejected')}
          value={formatNumber(rejected.length + refusedCount)}
          hint={t('overview.import.rejectedHint')}
          tone={toneOf(rejected.length + refusedCount, 'bad')}
        />
        <Stat
          label={t('overview.import.gaps')}
          value={formatNumber(gaps.length)}
          hint={t('overview.import.gapsHint')}
          tone={toneOf(gaps.length, 'warn')}
        />
      </div>
      <Lines title={t('overview.import.rejected')} isShown={rejected.length + refusedCount > 0}>
        {rejected.map(({ name, problem }) => (
          <li key={name}>
            <strong>
              {t('overview.import.file', {
                file: name,
                reason: failureText({ code: problem }).title,
              })}
            </strong>
            <span>{failureText({ code: problem }).text}</span>
          </li>
        ))}
        {refused.map(({ memberId, reason, count }) => (
          <li key={`${memberId} ${reason}`}>
            {t('overview.import.refusedLine', {
              name: nameOf(memberId),
              count,
              reason: t(`overview.import.reason.${reason}`),
            })}
          </li>
        ))}
      </Lines>
      <Lines title={t('overview.import.gaps')} isShown={gaps.length > 0}>
        {gaps.map(({ memberId, stream, firstMissing, lastMissing }) => (
          <li key={`${stream} ${firstMissing}`}>
            {t('overview.import.gap', {
              name: nameOf(memberId),
              first: firstMissing,
              last: lastMissing,
            })}
          </li>
        ))}
      </Lines>
      {newEntries + changedEntries + rejected.length + refusedCount === 0 && (
        <p className={css['note']}>{t('overview.import.nothingNew')}</p>
      )}
      {changedEntries > 0 && (
        <p className={css['note']}>{t('overview.import.changed', { count: changedEntries })}</p>
      )}
      {newEntries > 0 && <p className={css['note']}>{t('overview.import.receipts')}</p>}
    </div>
  );
}

/** The folder is watched: its files may have been read before anybody asked for it. */
const whence = ({ newEntries, newChanges, newBatches }: ImportSummary): string =>
  newBatches === 0 && newEntries > 0
    ? t('overview.import.newEntriesReadHint')
    : t('overview.import.newEntriesHint', { changes: newChanges, batches: newBatches });

interface LinesProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Lines({ title, isShown, children }: LinesProps) {
  if (!isShown) return null;
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <ul className={css['lines']}>{children}</ul>
    </section>
  );
}

const toneOf = (count: number, tone: Tone): Tone => (count > 0 ? tone : 'neutral');
