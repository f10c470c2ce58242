import { useSession } from '../state/session.ts';
import { savePreferences } from './preferences.ts';

/** As many names as the settings keep. */
const KEPT = 200;

const seenHints = (): readonly string[] => useSession.getState().start?.settings.seenHints ?? [];

/** Notes that something was read or put away, for good; what was noted first makes room where there is none. */
export async function markSeen(name: string): Promise<void> {
  const others = seenHints().filter((each) => each !== name);
  await savePreferences({ seenHints: [...others, name].slice(-KEPT) });
}

/** Takes notes back: what they were about is shown again. */
export async function forgetSeen(isForgotten: (name: string) => boolean): Promise<void> {
  await savePreferences({ seenHints: seenHints().filter((name) => !isForgotten(name)) });
}
