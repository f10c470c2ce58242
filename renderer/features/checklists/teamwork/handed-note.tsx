import type { HandOver } from '#shared/sops/hand-over';
import { handOverOfRun, handOverState } from '#shared/sops/hand-over';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import { nameOf } from '../../../app/parts/asked-of-you/asked-words.ts';
import { handOversOfRun, readHandOver } from '../../../data/asked.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatWeekdayTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { leaveToColleague, takeBack } from '../../../services/hand-overs.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';

interface HandedNoteProps {
  readonly plan: Plan;
  readonly run: Run;
  /** IANA zone of whose run it is. */
  readonly zone: string;
  readonly isOwn: boolean;
}

/**
 * How it stands with a run that changes hands: whom it waits for, who took it, who declined and why; and
 * where it was taken and taken back at once, that two people hold it. Nothing for other runs.
 */
export function HandedNote({ plan, run, zone, isOwn }: HandedNoteProps) {
  const read = useLive(() => handOversAbout(run), [run.memberId, run.id]);
  if (!read) return null;
  const { given, received } = read;
  const isHanded = run.handedAtMs !== null;
  if (isHanded && given) {
    return <Given plan={plan} run={run} zone={zone} isOwn={isOwn} given={given} />;
  }
  if (!isRunOpen(run) || !isOwn) return null;
  if (given && handOverState(given) === 'taken')
    return <TakenToo plan={plan} run={run} given={given} />;
  if (received?.isDeleted) {
    const name = nameOf(plan, received.fromId);
    return (
      <Callout tone="warn" title={t('teamwork.handed.backTitle', { name })}>
        {t('teamwork.handed.backText', { name })}
      </Callout>
    );
  }
  return null;
}

interface GivenProps extends HandedNoteProps {
  readonly given: HandOver;
}

function Given({ plan, run, zone, isOwn, given }: GivenProps) {
  const state = handOverState(given);
  const name = nameOf(plan, given.toId);
  const atMs = state === 'waiting' ? given.atMs : (given.reply?.atMs ?? given.atMs);
  async function back(): Promise<void> {
    const taken = await takeBack(run);
    if (!taken.ok) announceFailure(taken.error);
  }
  return (
    <Callout
      tone={state === 'declined' ? 'warn' : 'neutral'}
      title={t(`teamwork.handed.${state}`, { name, time: formatWeekdayTime(atMs, zone) })}
      action={
        isOwn &&
        state !== 'taken' && (
          <Button size="sm" onClick={() => void back()}>
            {state === 'waiting' ? t('teamwork.takeBack') : t('teamwork.takeUp')}
          </Button>
        )
      }
    >
      {state === 'declined' ? given.reply?.reason : given.note}
    </Callout>
  );
}

interface TakenTooProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly given: HandOver;
}

/** Taken there and taken back here, neither knowing of the other. */
function TakenToo({ plan, run, given }: TakenTooProps) {
  const name = nameOf(plan, given.toId);
  async function leave(): Promise<void> {
    const left = await leaveToColleague(run, given);
    if (!left.ok) announceFailure(left.error);
  }
  return (
    <Callout
      tone="warn"
      title={t('teamwork.handed.bothTitle', { name })}
      action={
        <Button size="sm" onClick={() => void leave()}>
          {t('teamwork.handed.leave', { name })}
        </Button>
      }
    >
      {t('teamwork.handed.bothText', { name })}
    </Callout>
  );
}

/** The latest offer of a run, and the one that it was made by. */
async function handOversAbout(run: Run): Promise<{
  readonly given: HandOver | undefined;
  readonly received: HandOver | undefined;
}> {
  const [given] = await handOversOfRun({ memberId: run.memberId, runId: run.id });
  const id = handOverOfRun(run);
  return { given, received: id === null ? undefined : await readHandOver(id) };
}
