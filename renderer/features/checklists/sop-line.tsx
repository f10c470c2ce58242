import type { Member } from '#shared/plan/member';
import type { Sop } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { useNewsFirst } from '../../app/parts/sop-news/use-news-first.tsx';
import { planWords } from '../../app/parts/sop-words/plan-words.ts';
import { SopWordsProvider } from '../../app/parts/sop-words/sop-words.tsx';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { versionsOf } from '../../data/sops.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { workToday } from '../../services/clock.ts';
import { startSop } from '../../services/start-run.ts';
import { workerOf } from '../../services/worker.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { SuggestOnSop } from './suggest/suggest-on-sop.tsx';
import css from './checklists-view.module.css';

interface SopLineProps {
  readonly sop: Sop;
  readonly plan: Plan;
  readonly member: Member;
}

/** A procedure that can be begun. */
export function SopLine({ sop, plan, member }: SopLineProps) {
  const worker = workerOf(plan, member);
  const news = useNewsFirst(plan);
  const day = workToday(worker.days);
  const version = useLive(
    async () => versionInForce(await versionsOf(sop.id), day) ?? null,
    [sop.id, day],
  );
  // What runs is the version in force: its draft may be called something else by now.
  const words = planWords(plan, sop.id);
  const title = version ? words.title(version) : sop.title;
  const purpose = version ? words.purpose(version) : sop.purpose;
  async function start(): Promise<void> {
    const started = await startSop(worker, sop);
    if (started.ok) go('run', { runId: started.value.runId });
    else announceFailure(started.error);
  }
  return (
    <li className={css['line']}>
      <span className={css['what']}>
        <span className={css['title']}>{title}</span>
        {purpose !== '' && <span className={css['purpose']}>{purpose}</span>}
      </span>
      <span className={css['hint']}>
        {version && t('checklists.version', { number: version.number })}
      </span>
      <SopWordsProvider plan={plan} sopId={sop.id}>
        <SuggestOnSop sop={sop} day={day} />
      </SopWordsProvider>
      <Button
        size="sm"
        aria-label={t('checklists.startRun', { title })}
        onClick={() => void news.begin(worker, sop.id, () => void start())}
      >
        {t('checklists.start')}
      </Button>
      {news.dialog}
    </li>
  );
}
