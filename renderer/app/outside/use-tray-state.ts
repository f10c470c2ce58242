import { useEffect } from 'react';
import type { Member } from '#shared/plan/member';
import { bridge } from '../../bridge.ts';
import { entriesOfDay } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { useOpenEntries } from '../../data/open-work.ts';
import type { Plan } from '../../data/plan.ts';
import { trayLines } from '../../services/notices/tray-words.ts';
import { memberDays } from '../../services/work-clocks.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { t } from '../../i18n/text.ts';
import { useHasOwnWork } from '../parts/own-work.ts';

/** What changes together is told once. */
const SETTLED_MS = 700;
const QUARTER_HOUR_MS = 15 * 60_000;
/** The longest that Windows shows when it is pointed at. */
const TOOLTIP_CHARS = 120;

/** Tells the tray how today stands, while there is one. */
export function useTrayState(plan: Plan | undefined, member: Member | undefined): void {
  const isInTray = useSession((state) => state.start?.settings.isInTray ?? false);
  const unsentCount = useSession((state) => state.sync?.unsentCount ?? 0);
  const hasOwnWork = useHasOwnWork();
  const nowMs = useNow(QUARTER_HOUR_MS);
  const day = plan && member ? memberDays(member, plan.calendarById).dayAt(nowMs) : '';
  const memberId = member?.id ?? '';
  const open = useOpenEntries(member?.seat === 'manager' ? undefined : [memberId]);
  const logged = useLive(
    async () => (isInTray && day !== '' ? await entriesOfDay(memberId, day) : undefined),
    [isInTray, memberId, day],
  );
  useEffect(() => {
    if (!isInTray || !plan || !member || !open || !logged) return undefined;
    const timer = setTimeout(() => {
      const facts = { plan, member, hasOwnWork, open, logged, unsentCount, nowMs };
      const lines = trayLines(facts);
      const tooltip = [t('app.name'), ...lines].join('\n').slice(0, TOOLTIP_CHARS);
      void bridge.showTray({ lines: [...lines], tooltip });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isInTray, plan, member, hasOwnWork, open, logged, unsentCount, nowMs]);
}
