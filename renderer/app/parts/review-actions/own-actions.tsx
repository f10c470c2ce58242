import '../../../i18n/view-words.ts';
import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { useLive } from '../../../data/live.ts';
import { openActions } from '../../../data/reviews.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ActionRow } from './action-row.tsx';

interface OwnActionsProps {
  readonly member: Member;
  readonly nowMs: number;
}

/** What a member took upon themselves in reviews and has not done yet; nothing where there is none. */
export function OwnActions({ member, nowMs }: OwnActionsProps) {
  const actions = useLive(async () => await openActions(member.id), [member.id]);
  if (!actions || actions.length === 0) return null;
  const today = dayIn(member.timeZone, nowMs);
  return (
    <Panel title={t('reviews.actions.yours')} note={actions.length}>
      <ul>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            owner={null}
            today={today}
            isManager={member.seat === 'manager'}
          />
        ))}
      </ul>
    </Panel>
  );
}
