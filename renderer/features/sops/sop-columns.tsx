import { use } from 'react';
import type { SopStage } from '#shared/sops/review';
import { isReviewOverdue } from '#shared/sops/review-date';
import type { Sop, SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table-model.ts';
import { FoundWordsContext } from './found-words.ts';
import { MarkedText } from './marked-text.tsx';
import { SopStageBadge } from './review/stage-badge.tsx';
import css from './sop-list.module.css';
import { WaitingBadge } from './suggestions/waiting-badge.tsx';

interface SopFacts {
  readonly plan: Plan;
  readonly today: string;
  readonly latest: ReadonlyMap<string, SopVersion>;
  readonly stageOf: (sop: Sop) => SopStage;
  /** Suggestions that nobody has decided on, by SOP. */
  readonly waiting: ReadonlyMap<string, number> | undefined;
}

export function sopColumns(facts: SopFacts): readonly Column<Sop>[] {
  const { plan, latest } = facts;
  const nameOf = (sop: Sop) => plan.outcomeById.get(sop.outcomeId)?.name ?? '';
  const ownerOf = (sop: Sop) => plan.memberById.get(sop.ownerId)?.name ?? '';
  return [
    {
      key: 'title',
      header: t('sops.column.title'),
      width: '4fr',
      sortValue: (sop) => sop.title,
      render: (sop) => <TitleCell sop={sop} facts={facts} />,
    },
    {
      key: 'outcome',
      header: t('sops.column.outcome'),
      width: '2fr',
      sortValue: nameOf,
      render: (sop) => nameOf(sop) || <span className={css['none']}>{t('sops.noOutcome')}</span>,
    },
    {
      key: 'owner',
      header: t('sops.column.owner'),
      width: 130,
      sortValue: ownerOf,
      render: (sop) => ownerOf(sop) || <span className={css['none']}>{t('sops.noOwner')}</span>,
    },
    {
      key: 'steps',
      header: t('sops.column.steps'),
      width: 64,
      align: 'end',
      sortValue: (sop) => sop.draftSteps.length,
      render: (sop) => sop.draftSteps.length,
    },
    {
      key: 'version',
      header: t('sops.column.version'),
      width: 72,
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
      width: 172,
      sortValue: facts.stageOf,
      render: (sop) => <SopStageBadge plan={plan} sop={sop} stage={facts.stageOf(sop)} />,
    },
    {
      key: 'review',
      header: t('sops.column.review'),
      width: 170,
      sortValue: (sop) => sop.reviewOn || null,
      render: (sop) => <ReviewDay sop={sop} today={facts.today} />,
    },
  ];
}

interface TitleCellProps {
  readonly sop: Sop;
  readonly facts: SopFacts;
}

/** The title and, where something else was found, in which step it stands. */
function TitleCell({ sop, facts }: TitleCellProps) {
  const { words, places } = use(FoundWordsContext);
  const place = places.get(sop.id);
  return (
    <span className={css['title']}>
      <span className={css['name']}>
        <MarkedText text={sop.title || t('sops.untitled')} words={words} />
      </span>
      {sop.isArchived && <Badge>{t('sops.archivedBadge')}</Badge>}
      <WaitingBadge count={facts.waiting?.get(sop.id) ?? 0} />
      {place && (
        <span className={css['place']}>
          {t('sops.foundIn', { number: place.number })}{' '}
          <MarkedText text={place.text} words={words} />
        </span>
      )}
    </span>
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
