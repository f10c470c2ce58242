import { useCallback, useEffect, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Unsent } from '../../services/unsent.ts';
import { readUnsent } from '../../services/unsent.ts';
import { useSession } from '../../state/session.ts';

type Answer = Result<readonly Unsent[], IpcFailure>;

/** What is not sent yet, read anew whenever the count of it moves; null until it is known. */
export function useUnsent(workspace: string): {
  readonly answer: Answer | null;
  readonly readAgain: () => void;
} {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const read = useCallback(async () => setAnswer(await readUnsent(workspace)), [workspace]);
  useEffect(() => {
    const first = setTimeout(() => void read(), 0);
    const stop = useSession.subscribe(({ sync }, { sync: before }) => {
      if (sync?.unsentCount !== before?.unsentCount) void read();
    });
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [read]);
  return { answer, readAgain: () => void read() };
}
