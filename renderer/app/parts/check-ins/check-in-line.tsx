import '../../../i18n/view-words.ts';
import { Sunrise } from 'lucide-react';
import { useState } from 'react';
import { isToConfirm } from '#shared/cadence/instruction';
import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { checkIn } from '../../../data/check-ins.ts';
import { instructionsTo } from '../../../data/instructions.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { checkInDays } from '../../../services/check-in-days.ts';
import { readDraft, writeDraft } from '../../../state/drafts.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import css from './check-in-line.module.css';

interface CheckInLineProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly day: DayKey;
  readonly nowMs: number;
}

const LATER_MS = 3_600_000;

/** One line while the day's check-in or an instruction waits for the member; nothing else ever reminds. */
export function CheckInLine({ plan, member, day, nowMs }: CheckInLineProps) {
  const [laterMs, setLaterMs] = useState(() => Number(readDraft(laterName(day))));
  const read = useLive(async () => {
    const [given, instructions] = await Promise.all([
      checkIn(member.id, day),
      instructionsTo(member.id),
    ]);
    return { given, toConfirm: instructions.filter(isToConfirm).length };
  }, [member.id, day]);
  if (!read || nowMs < laterMs) return null;
  const { given, toConfirm } = read;
  const range = { fromDay: day, toDay: day };
  const [today] = checkInDays(plan, member, given ? [given] : [], range, nowMs);
  const isDue = today?.state === 'due';
  // Before its time the day's check-in asks for nothing, the instructions in it neither.
  const isAskedNow = isDue || (toConfirm > 0 && today?.state !== 'ahead');
  if (!isAskedNow) return null;
  return (
    <section aria-label={t('checkIn.line.label')} className={css['line']}>
      <Sunrise size={15} strokeWidth={1.75} aria-hidden className={css['icon']} />
      <span className={css['words']}>
        {[
          isDue ? t('checkIn.line.plan') : '',
          toConfirm > 0 ? t('checkIn.line.confirm', { count: toConfirm }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Button
        size="sm"
        variant="quiet"
        data-tooltip={t('checkIn.line.laterHint')}
        onClick={() => {
          writeDraft(laterName(day), String(nowMs + LATER_MS));
          setLaterMs(nowMs + LATER_MS);
        }}
      >
        {t('checkIn.line.later')}
      </Button>
      <Button size="sm" onClick={() => go('check-in')}>
        {t(isDue ? 'checkIn.line.title' : 'checkIn.line.sayBack')}
      </Button>
    </section>
  );
}

const laterName = (day: DayKey): string => `check-in-later/${day}`;
