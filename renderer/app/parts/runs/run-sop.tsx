import { ListChecks } from 'lucide-react';
import { isOpen } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { openRunOf, startSop } from '../../../services/start-run.ts';
import { workerOf } from '../../../services/worker.ts';
import { go } from '../../../state/route.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { NewsFirst } from '../sop-news/use-news-first.tsx';
import { useNewsFirst } from '../sop-news/use-news-first.tsx';

interface RunSopProps {
  readonly work: Deliverable;
  readonly plan: Plan;
  /** An icon alone, in a row reached by its key. */
  readonly isCompact?: boolean;
}

/** Set on what runs the checklist of a row: its key presses it. */
export const RUN_SOP = 'data-run-sop';

/** Runs the SOP of a piece of one's own work, or goes on with its run; of several one is chosen. */
export function RunSop({ work, plan, isCompact = false }: RunSopProps) {
  const memberId = useSession((session) => session.memberId);
  const news = useNewsFirst(plan);
  const sops = sopsOf(plan, work.outcomeId);
  const [only] = sops;
  if (!only || work.memberId !== memberId || !isOpen(work)) return null;
  const run = (sop: Sop): void => void runSop(plan, work, sop, news);
  const act = sops.length === 1 ? { onClick: () => run(only) } : {};
  const trigger = isCompact ? (
    <IconButton
      {...{ [RUN_SOP]: true }}
      {...act}
      size="sm"
      tabIndex={-1}
      label={t('checklists.runSop')}
      shortcut="X"
      icon={<ListChecks aria-hidden />}
    />
  ) : (
    <Button {...act} size="sm" icon={<ListChecks aria-hidden />}>
      {t('checklists.runSop')}
    </Button>
  );
  return (
    <>
      {sops.length === 1 ? (
        trigger
      ) : (
        <Menu
          align="end"
          trigger={trigger}
          items={sops.map((sop) => ({
            key: sop.id,
            label: t('checklists.runThe', { title: sop.title }),
            onSelect: () => run(sop),
          }))}
        />
      )}
      {news.dialog}
    </>
  );
}

const sopsOf = (plan: Plan, outcomeId: string): readonly Sop[] =>
  plan.sops.filter(
    (sop) => sop.outcomeId === outcomeId && sop.publishedVersion > 0 && !sop.isArchived,
  );

async function runSop(plan: Plan, work: Deliverable, sop: Sop, news: NewsFirst): Promise<void> {
  const held = await openRunOf(work, sop.id);
  const member = plan.memberById.get(work.memberId);
  if (held) go('run', { runId: held.id });
  if (held || !member) return;
  const worker = workerOf(plan, member);
  const start = async (): Promise<void> => {
    const started = await startSop(worker, sop, work);
    if (started.ok) go('run', { runId: started.value.runId });
    else announceFailure(started.error);
  };
  await news.begin(worker, sop.id, () => void start());
}
