import type { Plan } from '../../data/plan.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

const NAMED = 3;

/** Says beside the figures whose entries have not arrived: a day without them is not an empty day. */
export function MissingEntries({ plan }: { readonly plan: Plan }) {
  const gaps = useSession((session) => session.sync?.gaps) ?? [];
  if (gaps.length === 0) return null;
  const nameOf = (memberId: string) =>
    plan.memberById.get(memberId)?.name ?? t('sync.unknownMember');
  const people = new Set(gaps.map(({ memberId }) => memberId));
  return (
    <Callout
      tone="warn"
      title={t('sync.missing.title', { count: people.size, name: nameOf(gaps[0]?.memberId ?? '') })}
      action={
        <Button size="sm" onClick={() => go('sync')}>
          {t('sync.missing.open')}
        </Button>
      }
    >
      {gaps.length <= NAMED && (
        <ul>
          {gaps.map(({ memberId, stream, firstMissing, lastMissing }) => (
            <li key={`${stream} ${firstMissing}`}>
              {t('sync.missing.gap', {
                count: lastMissing - firstMissing + 1,
                name: nameOf(memberId),
                first: formatNumber(firstMissing),
                last: formatNumber(lastMissing),
              })}
            </li>
          ))}
        </ul>
      )}
      {t('sync.missing.text')}
    </Callout>
  );
}
