import { useEffect, useRef, useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { checkInForDay } from '../../services/check-ins.ts';
import { sendNow } from '../../services/sync.ts';
import { Button } from '../../ui/button.tsx';
import { SubmitArea } from '../../ui/submit-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import type { CheckInDraft } from './check-in-draft.ts';
import { keepCheckInDraft, openedDraft, plannedWork } from './check-in-draft.ts';
import css from './check-in-view.module.css';
import { PlanList } from './plan-list.tsx';
import { SayBackPanel } from './say-back-panel.tsx';
import type { OwnCheckIn } from './use-own-check-in.ts';

interface CheckInFormProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
  readonly facts: OwnCheckIn;
  /** Given, or kept as it was. */
  readonly onLeave: () => void;
}

const LONGEST_TEXT = 4_000;

/** What takes a minute: instructions said back, the day's plan, what holds it up. One key gives it. */
export function CheckInForm({ plan, member, nowMs, facts, onLeave }: CheckInFormProps) {
  const [draft, setDraft] = useState(() => openedDraft(facts));
  const [isSaving, setIsSaving] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first question has the keyboard: Space picks, Tab goes on, Ctrl+Enter gives it.
    area.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, []);
  const change = (part: Partial<CheckInDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepCheckInDraft(facts.day, next);
  };

  async function give(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const planned = plannedWork(draft.picked, facts.open, facts.given?.planned ?? [], (work) =>
      workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items')),
    );
    const saidBack = facts.toConfirm.flatMap((instruction) => {
      const text = draft.saidBack[instruction.id]?.trim() ?? '';
      return text === '' ? [] : [{ instruction, text }];
    });
    const { alsoPlanned, heldUpBy } = draft;
    const checkedInAtMs = facts.given?.checkedInAtMs ?? null;
    const words = { planned, alsoPlanned, heldUpBy, checkedInAtMs };
    const saved = await checkInForDay(member.id, facts.day, words, saidBack);
    setIsSaving(false);
    if (!saved.ok) {
      announceFailure(saved.error);
      return;
    }
    keepCheckInDraft(facts.day, null);
    showToast({ tone: 'good', title: t('checkIn.form.sent'), text: t('checkIn.form.sentText') });
    void sendNow();
    onLeave();
  }

  return (
    <SubmitArea ref={area} className={css['stack']} onSubmit={() => void give()}>
      <SayBackPanel
        plan={plan}
        instructions={facts.toConfirm}
        nowMs={nowMs}
        saidBack={draft.saidBack}
        onChange={(id, text) => change({ saidBack: { ...draft.saidBack, [id]: text } })}
      />
      <PlanList
        plan={plan}
        facts={facts}
        nowMs={nowMs}
        zone={member.timeZone}
        picked={draft.picked}
        onChange={(picked) => change({ picked })}
      />
      <TextField
        label={t('checkIn.form.also')}
        description={wordsBefore(facts)}
        placeholder={t('checkIn.form.alsoPlaceholder')}
        multiline
        rows={2}
        maxLength={LONGEST_TEXT}
        value={draft.alsoPlanned}
        onChange={(alsoPlanned) => change({ alsoPlanned })}
      />
      <TextField
        label={t('checkIn.form.heldUp')}
        placeholder={t('checkIn.form.heldUpPlaceholder')}
        multiline
        rows={2}
        maxLength={LONGEST_TEXT}
        value={draft.heldUpBy}
        onChange={(heldUpBy) => change({ heldUpBy })}
      />
      <div className={css['actions']}>
        <Button variant="primary" shortcut="Ctrl+↵" isBusy={isSaving} onClick={() => void give()}>
          {facts.given ? t('checkIn.form.sendAgain') : t('checkIn.form.send')}
        </Button>
        {facts.given && (
          <Button
            variant="quiet"
            onClick={() => {
              keepCheckInDraft(facts.day, null);
              onLeave();
            }}
          >
            {t('checkIn.form.keep')}
          </Button>
        )}
        <p className={css['faint']}>{whenAsked(facts, plan, member)}</p>
      </div>
    </SubmitArea>
  );
}

function wordsBefore({ before }: OwnCheckIn): string | undefined {
  const words = before?.tomorrow.trim() ?? '';
  if (!before || words === '') return undefined;
  return `${t('checkIn.form.wroteBefore', { day: formatDay(before.day) })}: ${words.replaceAll('\n', ' · ')}`;
}

function whenAsked({ time, given }: OwnCheckIn, plan: Plan, member: Member): string {
  if (given) return '';
  if (time) return t('checkIn.form.dueAt', { time: formatTime(time.atMs, member.timeZone) });
  const isAnybodyAsked = plan.cadences.some(
    ({ kind, isPaused }) => kind === 'checkIn' && !isPaused,
  );
  return t(isAnybodyAsked ? 'checkIn.form.dayOff' : 'checkIn.form.noCadence');
}
