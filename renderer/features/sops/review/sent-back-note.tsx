import type { SentBack } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { useNow } from '../../../state/use-now.ts';
import { Callout } from '../../../ui/callout.tsx';
import { memberName } from '../versions/version-words.ts';

interface SentBackNoteProps {
  readonly plan: Plan;
  readonly sentBack: SentBack;
}

/** What a reviewer wants changed, over the draft until its next version. */
export function SentBackNote({ plan, sentBack: { byId, atMs, note } }: SentBackNoteProps) {
  const nowMs = useNow();
  const name = memberName(plan, byId);
  return (
    <Callout
      tone="accent"
      title={t('sopVersions.review.sentBackBy', {
        name,
        when: formatAgo(Math.min(atMs, nowMs), nowMs),
      })}
    >
      {note}
    </Callout>
  );
}
