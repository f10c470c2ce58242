import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AskedDialogs } from './asked-dialogs.tsx';
import type { Looked } from './asked-dialogs.tsx';
import { DeclinedLine, OfferLine, PackLine, RefusedLine, SignLine } from './asked-lines.tsx';
import type { Asked } from './use-asked.ts';
import { useAsked } from './use-asked.ts';

interface AskedOfYouProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

/**
 * What colleagues ask of a member: signatures, runs to take over, and what came back from them. Nothing
 * where nobody asks.
 */
export function AskedOfYou({ plan, member, nowMs }: AskedOfYouProps) {
  const asked = useAsked(member.id);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isLong, setIsLong] = useState(false);
  const close = (): void => setLooked(null);
  const count = asked ? countOf(asked) : 0;
  const shown = asked && !isLong && count > MOST_AT_ONCE + 1 ? shortened(asked) : asked;
  return (
    <>
      {shown && count > 0 && (
        <Panel title={t('teamwork.asked.title')} note={count}>
          <ul>
            {shown.declined.map((own) => (
              <DeclinedLine key={own.handOver.id} plan={plan} own={own} nowMs={nowMs} />
            ))}
            {shown.refused.map((own) => (
              <RefusedLine key={own.signOff.id} plan={plan} asked={own} nowMs={nowMs} />
            ))}
            {shown.packs.map((pack) => (
              <PackLine
                key={pack.id}
                plan={plan}
                asked={pack}
                nowMs={nowMs}
                onLook={() => setLooked({ kind: 'pack', pack })}
              />
            ))}
            {shown.toTake.map((each) => (
              <OfferLine
                key={each.handOver.id}
                plan={plan}
                asked={each}
                nowMs={nowMs}
                onLook={() => setLooked({ kind: 'take', asked: each })}
              />
            ))}
            {shown.toSign.map((each) => (
              <SignLine
                key={each.signOff.id}
                plan={plan}
                asked={each}
                nowMs={nowMs}
                onLook={() => setLooked({ kind: 'sign', asked: each })}
              />
            ))}
          </ul>
          {shown !== asked && (
            <Button variant="quiet" size="sm" onClick={() => setIsLong(true)}>
              {t('teamwork.asked.all', { count })}
            </Button>
          )}
        </Panel>
      )}
      <AskedDialogs plan={plan} member={member} looked={looked} onClose={close} />
    </>
  );
}

/** So many are read at a glance; what came back and whole runs before single signatures. */
const MOST_AT_ONCE = 3;

function shortened(asked: Asked): Asked {
  const declined = asked.declined.slice(0, MOST_AT_ONCE);
  const refused = asked.refused.slice(0, MOST_AT_ONCE - declined.length);
  const back = declined.length + refused.length;
  const packs = asked.packs.slice(0, MOST_AT_ONCE - back);
  const given = back + packs.length;
  const toTake = asked.toTake.slice(0, MOST_AT_ONCE - given);
  const toSign = asked.toSign.slice(0, MOST_AT_ONCE - given - toTake.length);
  return { ...asked, declined, refused, packs, toTake, toSign };
}

const countOf = ({ toSign, toTake, packs, declined, refused }: Asked): number =>
  toSign.length + toTake.length + packs.length + declined.length + refused.length;
