import { useSaveState } from '../../data/save-state.ts';
import { t } from '../../i18n/text.ts';
import { TravelMark } from '../../ui/travel-mark.tsx';

interface SaveMarkProps {
  /** A record with the place of this device's latest change to it. */
  readonly of: { readonly ownStream: string | null; readonly ownSeq: number };
}

const REACHED = { saved: 'here', sent: 'sent', received: 'arrived' } as const;

/** Whether a record is saved, sent or received; nothing for what another device wrote. */
export function SaveMark({ of }: SaveMarkProps) {
  const state = useSaveState(of);
  return state && <TravelMark reached={REACHED[state]} label={t(`log.state.${state}`)} />;
}
