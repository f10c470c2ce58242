import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Handing } from '../../services/handover-reassign.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Panel } from '../../ui/panel.tsx';
import { GiveDialog } from './give-dialog.tsx';
import css from './handover.module.css';
import type { Given } from './use-given.ts';
import { useGiven } from './use-given.ts';

interface GivenPanelProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly nowMs: number;
}

const TONES = { pending: 'accent', confirmed: 'good', taken: 'good', declined: 'warn' } as const;

/** What was given, and who has confirmed it; what was declined can be given to somebody else. */
export function GivenPanel({ plan, member, nowMs }: GivenPanelProps) {
  const given = useGiven(plan, member.id);
  const [again, setAgain] = useState<{
    readonly from: Member;
    readonly handings: readonly Handing[];
  } | null>(null);
  if (!given || given.length === 0) return null;
  const giveAgain = ({ kind, id, title, toId }: Given, receiver: Member) => {
    // What moved lies with whoever declined it; a run stays its member's until it is taken.
    const from = kind === 'run' ? member : plan.memberById.get(toId);
    if (from) setAgain({ from, handings: [{ kind, id, title, toId: receiver.id }] });
  };
  return (
    <Panel title={t('handover.given.title')} note={given.length}>
      <ul>
        {given.map((each) => (
          <li key={each.key} className={css['item']} data-given>
            <span className={css['what']}>
              <span className={css['title']}>{each.title}</span>
              <span className={css['facts']}>
                {t('handover.given.to', {
                  name: plan.memberById.get(each.toId)?.name ?? '',
                  ago: formatAgo(each.atMs, nowMs),
                })}
              </span>
            </span>
            <Badge tone={TONES[each.state]}>
              {t(`handover.given.${each.state}`, { reason: each.reason })}
            </Badge>
            {each.state === 'declined' && (
              <Menu
                align="end"
                trigger={
                  <Button size="sm" aria-label={t('handover.given.againOf', { title: each.title })}>
                    {t('handover.given.again')}
                  </Button>
                }
                items={plan.members
                  .filter(({ id, isGone }) => !isGone && id !== each.toId)
                  .map((receiver) => ({
                    key: receiver.id,
                    label: receiver.name,
                    onSelect: () => giveAgain(each, receiver),
                  }))}
              />
            )}
          </li>
        ))}
      </ul>
      {again && (
        <GiveDialog
          plan={plan}
          member={again.from}
          handings={again.handings}
          onClose={() => setAgain(null)}
        />
      )}
    </Panel>
  );
}
