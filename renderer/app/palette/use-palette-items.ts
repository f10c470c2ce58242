import { useEffect, useMemo, useState } from 'react';
import { useOpenEntries } from '../../data/open-work.ts';
import { usePlan } from '../../data/plan.ts';
import { useSessionOf } from '../../state/session.ts';
import { useHasOwnWork } from '../parts/own-work.ts';
import { actionItems } from './actions.ts';
import type { PaletteItem } from './palette-item.ts';
import { planItems, viewItems } from './plan-items.ts';
import { screenItems } from './screen-items.ts';
import { workItems } from './work-items.ts';

const NONE: readonly PaletteItem[] = [];

/** Everything that can be looked through at once: commands, the screen's own, the plan, open work. */
export function usePaletteItems(): readonly PaletteItem[] {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const hasOwnWork = useHasOwnWork();
  const plan = usePlan();
  const work = useWorkItems();
  // As it was when the palette opened: behind it nothing can be pressed.
  const [ofScreen] = useState(() => screenItems());
  const fixed = useMemo(() => {
    const sitting = { seat, memberId, hasOwnWork };
    return [
      ...actionItems(sitting),
      ...ofScreen,
      ...viewItems(sitting),
      ...(plan ? planItems(plan, sitting) : []),
    ];
  }, [seat, memberId, hasOwnWork, plan, ofScreen]);
  return useMemo(() => [...fixed, ...work], [fixed, work]);
}

/** Open work is made ready beside the typing; until then everything else is found. */
function useWorkItems(): readonly PaletteItem[] {
  const { seat, memberId } = useSessionOf('seat', 'memberId');
  const plan = usePlan();
  const own = useMemo(() => (seat === 'assistant' ? [memberId] : undefined), [seat, memberId]);
  const open = useOpenEntries(own);
  const [items, setItems] = useState(NONE);
  useEffect(() => {
    if (!open || !plan) return undefined;
    let isWanted = true;
    const prepare = async (): Promise<void> => {
      const ready = await workItems(open, plan, () => isWanted);
      if (isWanted) setItems(ready);
    };
    void prepare();
    return () => {
      isWanted = false;
    };
  }, [open, plan]);
  return items;
}
