import type { HandOver } from '#shared/sops/hand-over';
import { handOverOfRun, handOverState, takenRunId, wholeTrail } from '#shared/sops/hand-over';
import type { Run } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { nameOf } from '../../../app/parts/asked-of-you/asked-words.ts';
import { handOversOfRun, readHandOver } from '../../../data/asked.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { readRun } from '../../../data/runs.ts';
import { formatDuration, formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import css from './teamwork.module.css';

interface RunStoryProps {
  readonly plan: Plan;
  readonly run: Run;
  /** IANA zone of whoever reads. */
  readonly zone: string;
}

/**
 * A run that changed hands, as one story: who had it from when to when. Other people's parts can be
 * opened by whoever may read them. Nothing for a run that stayed with one.
 */
export function RunStory({ plan, run, zone }: RunStoryProps) {
  const chapters = useLive(() => chaptersOf(run), [run.memberId, run.id, run.handedAtMs]);
  if (!chapters || chapters.length < 2) return null;
  return (
    <ol className={css['story']} aria-label={t('teamwork.story.label')}>
      {chapters.map(({ memberId, runId, fromMs, toMs, held, words }) => (
        <li key={runId}>
          {held && runId !== run.id ? (
            <button
              type="button"
              className={css['trailLink']}
              onClick={() => go('run', { runId, memberId })}
            >
              {nameOf(plan, memberId)}
            </button>
          ) : (
            <strong>{nameOf(plan, memberId)}</strong>
          )}{' '}
          <span className={css['storyTime']}>{spanText(fromMs, toMs, zone)}</span>
          {words !== '' && ` ${t('teamwork.quoted', { words })}`}
        </li>
      ))}
    </ol>
  );
}

function spanText(fromMs: number | null, toMs: number | null, zone: string): string {
  const from = fromMs === null ? '' : formatWeekdayTime(fromMs, zone);
  if (toMs === null) return from && t('teamwork.story.since', { from });
  const to = formatWeekdayTime(toMs, zone);
  if (fromMs === null) return t('teamwork.story.until', { to });
  return t('teamwork.story.span', { from, to, length: formatDuration(Math.max(0, toMs - fromMs)) });
}

/** One person's part. Times are UTC ms; null where this device may not read it. */
interface Chapter {
  readonly memberId: string;
  readonly runId: string;
  readonly held: Run | undefined;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** What was said when it was handed on; empty where nothing was. */
  readonly words: string;
}

async function chaptersOf(run: Run): Promise<readonly Chapter[]> {
  const first = handOverOfRun(run);
  const received = first === null ? undefined : await readHandOver(first);
  const refs = [
    ...(received ? wholeTrail(received) : []),
    { memberId: run.memberId, runId: run.id },
  ];
  const seen = new Set(refs.map(({ runId }) => runId));
  const chapters: Chapter[] = [];
  let takenAtMs: number | null = null;
  // The story grows at its end while it is read: whoever took it may have handed it on.
  for (let at = 0; at < refs.length; at += 1) {
    const ref = refs[at];
    if (!ref) break;
    const held = await readRun(memberAudience(ref.memberId), ref.runId);
    const handed = (await handOversOfRun(ref)).find(
      (each) => handOverState(each) === 'taken' && !each.isDeleted,
    );
    chapters.push({
      ...ref,
      held,
      fromMs: held?.startedAtMs ?? takenAtMs,
      toMs: handed?.atMs ?? held?.finishedAtMs ?? held?.abandonedAtMs ?? null,
      words: handed?.note ?? '',
    });
    takenAtMs = handed?.reply?.atMs ?? null;
    const next = handed && nextRef(handed);
    if (next && !seen.has(next.runId)) {
      seen.add(next.runId);
      refs.push(next);
    }
  }
  return chapters;
}

const nextRef = (handed: HandOver) => ({ memberId: handed.toId, runId: takenRunId(handed.id) });
