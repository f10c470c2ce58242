import type { Run } from '#shared/sops/run';
import { useNewsFirst } from '../../app/parts/sop-news/use-news-first.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { beginDueRun } from '../../services/start-run.ts';
import type { Worker } from '../../services/worker.ts';
import { workerOf } from '../../services/worker.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';

interface DueRunProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly isOwn: boolean;
}

/** A run that a schedule asked for and nobody has begun. */
export function DueRun({ plan, run, isOwn }: DueRunProps) {
  const member = plan.memberById.get(run.memberId);
  const zone = member?.timeZone ?? 'UTC';

  const news = useNewsFirst(plan);

  async function begin(): Promise<void> {
    if (!member) return;
    const worker = workerOf(plan, member);
    await news.begin(worker, run.sopId, () => void beginWith(worker));
  }
  async function beginWith(worker: Worker): Promise<void> {
    const begun = await beginDueRun(worker, run);
    if (!begun.ok) announceFailure(begun.error);
  }

  return (
    <Page title={plan.sopById.get(run.sopId)?.title ?? t('checklists.title')} width="reading">
      <Callout
        title={t('checklists.notBegun')}
        action={
          isOwn && (
            <Button variant="primary" autoFocus onClick={() => void begin()}>
              {t('checklists.start')}
            </Button>
          )
        }
      >
        {run.dueAtMs === null
          ? t('checklists.asksSchedule')
          : t('checklists.dueBy', { time: formatDateTime(run.dueAtMs, zone) })}
      </Callout>
      {news.dialog}
    </Page>
  );
}
