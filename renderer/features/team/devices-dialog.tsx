import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Device, Invite } from '#shared/stream/device';
import type { Plan } from '../../data/plan.ts';
import { formatAgo, formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { openInvitesOf, restoreInvite } from '../../services/members.ts';
import { useNow } from '../../state/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './devices-dialog.module.css';
import { useHeard } from './use-heard.ts';
import { RevokeDeviceDialog, RevokeInviteDialog } from './revoke-dialogs.tsx';

interface DevicesDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onInvite: () => void;
  readonly onClose: () => void;
}

type Asked =
  | { readonly kind: 'device'; readonly device: Device }
  | { readonly kind: 'invite'; readonly invite: Invite };

/** With what a member works, which invites are about, and how to lock a lost laptop out. */
export function DevicesDialog({ plan, member, onInvite, onClose }: DevicesDialogProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const heard = useHeard();
  const devices = plan.devices.filter(({ memberId }) => memberId === member.id);
  const used = new Set(devices.map(({ inviteKey }) => inviteKey));
  const unused = openInvitesOf(member.id, plan.invites)
    .filter(({ inviteKey }) => !used.has(inviteKey))
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const inviteOf = (device: Device) =>
    plan.invites.find(({ inviteKey }) => inviteKey === device.inviteKey);
  const done = () => setAsked(null);
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={onClose}
      title={t('team.devices.title', { name: member.name })}
      footer={
        <>
          <Button onClick={onInvite}>{t('team.devices.another')}</Button>
          <Button variant="primary" onClick={onClose}>
            {t('team.devices.close')}
          </Button>
        </>
      }
    >
      <div className={css['lists']}>
        <section aria-label={t('team.devices.devices')}>
          <h3 className={css['title']}>{t('team.devices.devices')}</h3>
          {devices.length === 0 && (
            <p className={css['none']}>{t('team.devices.none', { name: member.name })}</p>
          )}
          <ul>
            {devices.map((device) => (
              <DeviceLine
                key={device.keyId}
                device={device}
                invite={inviteOf(device)}
                heardAtMs={heard.get(device.keyId) ?? null}
                name={member.name}
                onRevoke={() => setAsked({ kind: 'device', device })}
              />
            ))}
          </ul>
        </section>
        <section aria-label={t('team.devices.invites')}>
          <h3 className={css['title']}>{t('team.devices.invites')}</h3>
          {unused.length === 0 && <p className={css['none']}>{t('team.devices.noInvites')}</p>}
          <ul>
            {unused.map((invite) => (
              <InviteLine
                key={invite.inviteKey}
                invite={invite}
                onRevoke={() => setAsked({ kind: 'invite', invite })}
              />
            ))}
          </ul>
        </section>
      </div>
      {asked?.kind === 'device' && (
        <RevokeDeviceDialog plan={plan} member={member} device={asked.device} onClose={done} />
      )}
      {asked?.kind === 'invite' && (
        <RevokeInviteDialog member={member} invite={asked.invite} onClose={done} />
      )}
    </Dialog>
  );
}

interface DeviceLineProps {
  readonly device: Device;
  /** Absent for the founder's, which needs none. */
  readonly invite: Invite | undefined;
  readonly heardAtMs: number | null;
  readonly name: string;
  readonly onRevoke: () => void;
}

function DeviceLine({ device, invite, heardAtMs, name, onRevoke }: DeviceLineProps) {
  const nowMs = useNow();
  const ago = (ms: number) => formatAgo(Math.min(ms, nowMs), nowMs);
  const label = device.name || t('team.devices.unnamed');
  const revokedAtMs = invite?.revokedAtMs ?? null;
  const restore = async () => {
    if (!invite) return;
    const saved = await restoreInvite(invite, name);
    announceSaved(t('team.devices.restored', { device: label }), saved);
  };
  return (
    <li className={css['line']}>
      <div className={css['words']}>
        <p className={css['name']}>{label}</p>
        <p className={css['about']}>
          {t('team.devices.joined', { when: formatDateTime(device.joinedAtMs) })}
          {' · '}
          {heardAtMs === null
            ? t('team.devices.neverHeard')
            : t('team.devices.heard', { when: ago(heardAtMs) })}
        </p>
      </div>
      {revokedAtMs !== null && (
        <>
          <Badge tone="bad">{t('team.devices.isRevoked', { when: ago(revokedAtMs) })}</Badge>
          <Button size="sm" onClick={() => void restore()}>
            {t('team.devices.restore')}
          </Button>
        </>
      )}
      {invite && revokedAtMs === null && (
        <Button size="sm" onClick={onRevoke}>
          {t('team.devices.revoke')}
        </Button>
      )}
    </li>
  );
}

function InviteLine({
  invite,
  onRevoke,
}: {
  readonly invite: Invite;
  readonly onRevoke: () => void;
}) {
  const nowMs = useNow();
  return (
    <li className={css['line']}>
      <div className={css['words']}>
        <p className={css['name']}>
          {t('team.devices.made', { when: formatDateTime(invite.createdAtMs) })}
        </p>
        <p className={css['about']}>{endWords(invite, nowMs)}</p>
      </div>
      <Button size="sm" onClick={onRevoke}>
        {t('team.devices.revoke')}
      </Button>
    </li>
  );
}

function endWords({ expiresAtMs }: Invite, nowMs: number): string {
  if (expiresAtMs === null) return t('team.devices.noEnd');
  const when = formatDateTime(expiresAtMs);
  return expiresAtMs < nowMs
    ? t('team.devices.expired', { when })
    : t('team.devices.until', { when });
}
