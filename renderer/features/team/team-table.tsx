import { MoreHorizontal } from 'lucide-react';
import type { Member } from '#shared/plan/member';
import type { Device } from '#shared/stream/device';
import type { Plan } from '../../data/plan.ts';
import { formatAgo, formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { accessOf } from './access.ts';
import type { Access } from './access.ts';
import { LocalTime } from './local-time.tsx';
import { memberMenu } from './member-menu.ts';
import type { TeamDialog } from './team-dialogs.tsx';
import css from './team-table.module.css';

interface TeamTableProps {
  readonly plan: Plan;
  readonly members: readonly Member[];
  /** When each member's log was last imported. */
  readonly received: ReadonlyMap<string, number>;
  readonly nowMs: number;
  readonly onDialog: (dialog: TeamDialog) => void;
}

const COLUMNS = ['member', 'time', 'outcomes', 'lastLog', 'access'] as const;

export function TeamTable({ plan, members, received, nowMs, onDialog }: TeamTableProps) {
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          {COLUMNS.map((key) => (
            <th key={key} scope="col" className={css[key]}>
              {t(`team.column.${key}`)}
            </th>
          ))}
          <th scope="col" className={css['actions']}>
            <VisuallyHidden>{t('team.column.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            plan={plan}
            member={member}
            receivedAtMs={received.get(member.id) ?? null}
            nowMs={nowMs}
            onDialog={onDialog}
          />
        ))}
      </tbody>
    </table>
  );
}

interface MemberRowProps extends Pick<TeamTableProps, 'plan' | 'nowMs' | 'onDialog'> {
  readonly member: Member;
  readonly receivedAtMs: number | null;
}

function MemberRow({ plan, member, receivedAtMs, nowMs, onDialog }: MemberRowProps) {
  const { memberId, workspace } = useSessionOf('memberId', 'workspace');
  const access = accessOf(member, plan, workspace);
  const outcomes = plan.outcomes.filter(
    (outcome) => !outcome.isArchived && outcome.memberIds.includes(member.id),
  );
  const isSelf = member.id === memberId;
  return (
    <tr className={css['row']} data-gone={member.isGone || undefined}>
      <td className={css['member']}>
        <div className={css['person']}>
          <Avatar name={member.name} />
          <div className={css['words']}>
            <button
              type="button"
              className={css['name']}
              onClick={() => onDialog({ kind: 'edit', member })}
            >
              {member.name}
              {isSelf && <span className={css['you']}>{t('team.you')}</span>}
            </button>
            <p className={css['about']}>
              {[t(`team.seat.${member.seat}`), member.title, member.place, alsoCalled(member)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </div>
      </td>
      <td className={css['time']}>
        <LocalTime plan={plan} member={member} nowMs={nowMs} />
      </td>
      <td>
        {outcomes.length > 0 ? (
          outcomes.map(({ name }) => name).join(', ')
        ) : (
          <span className={css['none']}>{t('team.noOutcome')}</span>
        )}
      </td>
      <td className={css['lastLog']}>
        {/* Whoever received it may have a clock that runs ahead; it was not after now. */}
        {receivedAtMs !== null && (
          <span data-tooltip={formatDateTime(receivedAtMs)}>
            {formatAgo(Math.min(receivedAtMs, nowMs), nowMs)}
          </span>
        )}
        {receivedAtMs === null && (
          <span className={css['none']}>
            {isSelf ? t('team.lastLogOwn') : t('team.lastLogNone')}
          </span>
        )}
      </td>
      <td className={css['access']}>
        <AccessCell
          access={access}
          nowMs={nowMs}
          onInvite={() => onDialog({ kind: 'invite', member })}
          onDevices={() => onDialog({ kind: 'devices', member })}
        />
      </td>
      <td className={css['actions']}>
        <Menu
          align="end"
          trigger={
            <IconButton
              size="sm"
              label={t('team.moreMenu', { name: member.name })}
              icon={<MoreHorizontal size={16} aria-hidden />}
            />
          }
          items={memberMenu(member, plan, access, isSelf, onDialog)}
        />
      </td>
    </tr>
  );
}

const alsoCalled = ({ alsoCalled }: Member): string =>
  alsoCalled?.[0] === undefined ? '' : t('team.alsoCalled', { name: alsoCalled[0] });

interface AccessCellProps {
  readonly access: Access;
  readonly nowMs: number;
  readonly onInvite: () => void;
  readonly onDevices: () => void;
}

function AccessCell({ access, nowMs, onInvite, onDevices }: AccessCellProps) {
  switch (access.kind) {
    case 'here':
      return <span className={css['none']}>{t('team.lastLogOwn')}</span>;
    case 'gone':
      return <Badge>{t('team.access.gone')}</Badge>;
    case 'joined':
      return (
        <button type="button" className={css['accessAct']} onClick={onDevices}>
          <Badge tone="good">{joinedWords(access.devices)}</Badge>
        </button>
      );
    case 'invited':
      return (
        <button type="button" className={css['accessAct']} onClick={onDevices}>
          <Badge tone="accent">
            {t('team.access.invited', { when: formatAgo(access.invite.createdAtMs, nowMs) })}
          </Badge>
        </button>
      );
    case 'revoked':
    case 'none':
      return (
        <Button size="sm" onClick={onInvite}>
          {t('team.inviteAct')}
        </Button>
      );
  }
}

function joinedWords(devices: readonly Device[]): string {
  const [device] = devices;
  if (devices.length > 1) return t('team.access.joinedMany', { count: devices.length });
  return device?.name
    ? t('team.access.joinedOn', { device: device.name })
    : t('team.access.joined');
}
