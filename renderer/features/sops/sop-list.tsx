import { ListChecks, Plus, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import type { SopStage } from '#shared/sops/review';
import { sopStage } from '#shared/sops/review';
import { isReviewOverdue } from '#shared/sops/review-date';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { ReviewsWaiting } from '../../app/parts/sop-reviews/reviews-waiting.tsx';
import { waitingSuggestions } from '../../data/about-sops.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { latestVersions } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';
import { today } from '../../services/clock.ts';
import { go } from '../../state/route.ts';
import { limitSops, NO_SOP_LIMITS, useSopLimits } from '../../state/sop-list.ts';
import type { SopLimits } from '../../state/sop-list.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { sopColumns } from './sop-columns.tsx';
import { FoundWordsContext } from './found-words.ts';
import { SopFilters } from './sop-filters.tsx';
import css from './sop-list.module.css';
import { useFoundSops } from './use-found-sops.ts';

interface SopListProps {
  readonly plan: Plan;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

/** Every procedure: found by any word in it, limited, sorted and opened. */
export function SopList({ plan, onAdd, onImport }: SopListProps) {
  const limits = useSopLimits();
  const versions = useLive(latestVersions, []);
  const waiting = useLive(waitingSuggestions, []);
  const latest = useMemo(
    () => new Map((versions ?? []).map((version) => [version.sopId, version])),
    [versions],
  );
  const found = useFoundSops(plan.sops, plan.sopById);
  const day = today('UTC');
  const live = useMemo(() => plan.sops.filter((sop) => !sop.isArchived), [plan.sops]);
  const overdueCount = useMemo(
    () => live.filter((sop) => isReviewOverdue(sop, day)).length,
    [live, day],
  );
  const shown = useMemo(
    () => found.sops.filter((sop) => isWithin(sop, limits, latest, day)),
    [found.sops, limits, latest, day],
  );
  const columns = useMemo(
    () =>
      sopColumns({
        plan,
        today: day,
        latest,
        stageOf: (sop) => stageNow(sop, latest),
        waiting,
      }),
    [plan, day, latest, waiting],
  );
  return (
    <Page
      layout="fill"
      title={t('sops.title')}
      subtitle={live.length > 0 && t('sops.subtitle', { count: live.length })}
      actions={
        <>
          <Button onClick={onImport}>{t('sopPort.open')}</Button>
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={onAdd}>
            {t('sops.add')}
          </Button>
        </>
      }
    >
      <ReviewsWaiting plan={plan} />
      <div className={css['listing']}>
        {plan.sops.length > 0 && (
          <SopFilters
            plan={plan}
            overdueCount={overdueCount}
            hasArchived={live.length < plan.sops.length}
          />
        )}
        <p role="status" className={css['count']}>
          {shown.length > 0 &&
            shown.length !== live.length &&
            t('sops.foundCount', { count: shown.length })}
        </p>
        <FoundWordsContext value={found}>
          <DataTable
            label={t('sops.title')}
            fit="fill"
            rows={shown}
            columns={columns}
            rowKey={keyOf}
            onOpen={(sop) => go('sops', { sopId: sop.id })}
            empty={live.length > 0 ? <NothingFound /> : <NoSop onAdd={onAdd} />}
          />
        </FoundWordsContext>
      </div>
    </Page>
  );
}

function NothingFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('sops.nothingFound.title')}
      text={t('sops.nothingFound.text')}
      action={
        <Button onClick={() => limitSops(NO_SOP_LIMITS)}>{t('sops.nothingFound.clear')}</Button>
      }
    />
  );
}

function NoSop({ onAdd }: { readonly onAdd: () => void }) {
  return (
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
  );
}

/** Told anew only for what changed: comparing a draft with its version reads both whole. */
const stages = new WeakMap<Sop, { readonly newest: SopVersion | null; readonly stage: SopStage }>();

function stageNow(sop: Sop, latest: ReadonlyMap<string, SopVersion>): SopStage {
  const newest = latest.get(sop.id) ?? null;
  const known = stages.get(sop);
  if (known && known.newest === newest) return known.stage;
  const stage = sopStage(sop, newest);
  stages.set(sop, { newest, stage });
  return stage;
}

const isWithin = (
  sop: Sop,
  limits: SopLimits,
  latest: ReadonlyMap<string, SopVersion>,
  day: string,
): boolean =>
  (limits.isArchivedShown || !sop.isArchived) &&
  (limits.roleId === '' || sop.roleId === limits.roleId) &&
  (limits.outcomeId === '' || sop.outcomeId === limits.outcomeId) &&
  (limits.ownerId === '' || sop.ownerId === limits.ownerId) &&
  (!limits.isOverdueOnly || isReviewOverdue(sop, day)) &&
  (limits.stage === '' || stageNow(sop, latest) === limits.stage);

const keyOf = (sop: Sop): string => sop.id;
