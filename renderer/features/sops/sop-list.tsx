import { ListChecks, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { stageOf } from '#shared/sops/review';
import { isReviewOverdue } from '#shared/sops/review-date';
import type { Sop } from '#shared/sops/sop';
import { ReviewsWaiting } from '../../app/parts/sop-reviews/reviews-waiting.tsx';
import { waitingSuggestions } from '../../data/about-sops.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { latestVersions } from '../../data/sops.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { today } from '../../services/clock.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { StageBadge } from './review/stage-badge.tsx';
import { WaitingBadge } from './suggestions/waiting-badge.tsx';
import css from './sop-list.module.css';

interface SopListProps {
  readonly plan: Plan;
  readonly onAdd: () => void;
}

export function SopList({ plan, onAdd }: SopListProps) {
  const [isArchivedShown, setIsArchivedShown] = useState(false);
  const versions = useLive(latestVersions, []);
  const waiting = useLive(waitingSuggestions, []);
  const latest = useMemo(
    () => new Map((versions ?? []).map((version) => [version.sopId, version])),
    [versions],
  );
  const live = plan.sops.filter((sop) => !sop.isArchived);
  const shown = isArchivedShown ? plan.sops : live;
  const day = today('UTC');
  const columns: readonly Column<Sop>[] = [
    {
      key: 'title',
      header: t('sops.column.title'),
      width: '3fr',
      sortValue: (sop) => sop.title,
      render: (sop) => (
        <span className={css['title']}>
          {sop.title || t('sops.untitled')}
          {sop.isArchived && <Badge>{t('sops.archivedBadge')}</Badge>}
          <WaitingBadge count={waiting?.get(sop.id) ?? 0} />
        </span>
      ),
    },
    {
      key: 'outcome',
      header: t('sops.column.outcome'),
      width: '2fr',
      sortValue: (sop) => plan.outcomeById.get(sop.outcomeId)?.name ?? '',
      render: (sop) =>
        plan.outcomeById.get(sop.outcomeId)?.name ?? (
          <span className={css['none']}>{t('sops.noOutcome')}</span>
        ),
    },
    {
      key: 'steps',
      header: t('sops.column.steps'),
      width: 70,
      align: 'end',
      sortValue: (sop) => sop.draftSteps.length,
      render: (sop) => sop.draftSteps.length,
    },
    {
      key: 'version',
      header: t('sops.column.version'),
      width: 80,
      align: 'end',
      sortValue: (sop) => latest.get(sop.id)?.number ?? 0,
      render: (sop) => {
        const number = latest.get(sop.id)?.number;
        return number === undefined ? t('sops.noVersion') : t('sops.versionNumber', { number });
      },
    },
    {
      key: 'state',
      header: t('sops.column.state'),
      width: 180,
      sortValue: (sop) => stageOf(sop, latest.get(sop.id) ?? null),
      render: (sop) => (
        <StageBadge plan={plan} sop={sop} stage={stageOf(sop, latest.get(sop.id) ?? null)} />
      ),
    },
    {
      key: 'review',
      header: t('sops.column.review'),
      width: 190,
      sortValue: (sop) => sop.reviewOn || null,
      render: (sop) => <ReviewDay sop={sop} today={day} />,
    },
  ];
  return (
    <Page
      title={t('sops.title')}
      subtitle={live.length > 0 && t('sops.subtitle', { count: live.length })}
      actions={
        <>
          {live.length < plan.sops.length && (
            <Checkbox
              label={t('sops.showArchived')}
              checked={isArchivedShown}
              onChange={setIsArchivedShown}
            />
          )}
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={onAdd}>
            {t('sops.add')}
          </Button>
        </>
      }
    >
      <ReviewsWaiting plan={plan} />
      <DataTable
        label={t('sops.title')}
        rows={versions ? shown : []}
        columns={columns}
        rowKey={keyOf}
        onOpen={(sop) => go('sops', { sopId: sop.id })}
        empty={
          versions && (
            <EmptyState
              icon={<ListChecks aria-hidden />}
              title={t('sops.empty.title')}
              text={t('sops.empty.text')}
              action={
                <Button variant="primary" onClick={onAdd}>
                  {t('sops.add')}
                </Button>
              }
            />
          )
        }
      />
    </Page>
  );
}

function ReviewDay({ sop, today }: { readonly sop: Sop; readonly today: string }) {
  if (!sop.reviewOn) return <span className={css['none']}>{t('sops.noReview')}</span>;
  return (
    <span className={css['title']}>
      {formatDay(sop.reviewOn, 'dated')}
      {isReviewOverdue(sop, today) && <Badge tone="warn">{t('sops.overdue')}</Badge>}
    </span>
  );
}

const keyOf = (sop: Sop): string => sop.id;
