import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { formatDateTime } from '../../i18n/format.ts';
import { Callout } from '../../ui/callout.tsx';
import { logWarnings } from './log-warnings.ts';

interface LogWarningsProps {
  readonly facts: HandOverFacts;
  readonly nowMs: number;
}

/** What of the member's log may be missing. */
export function LogWarnings({ facts, nowMs }: LogWarningsProps) {
  const { timeZone } = facts.member;
  return logWarnings(facts, nowMs, (ms) => formatDateTime(ms, timeZone)).map(({ title, text }) => (
    <Callout key={title} tone="warn" title={title}>
      {text}
    </Callout>
  ));
}
