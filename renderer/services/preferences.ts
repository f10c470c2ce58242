import type { CallInput } from '#shared/ipc-parsers';
import { bridge } from '../bridge.ts';
import { useSession } from '../state/session.ts';

/** Keeps how the app is used on this device. Losing it costs comfort and never data: a failure is not shown. */
export async function savePreferences(changes: CallInput<'saveSettings'>): Promise<void> {
  useSession.setState(({ start }) =>
    start
      ? { start: { ...start, settings: { ...start.settings, ...withoutAbsent(changes) } } }
      : {},
  );
  await bridge.saveSettings(changes);
}

function withoutAbsent<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> };
}
