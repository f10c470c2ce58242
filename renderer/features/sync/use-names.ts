import { useMemo } from 'react';
import { audienceMember } from '#shared/stream/change';
import type { Audience } from '#shared/stream/change';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { deviceNames } from './device-names.ts';

export interface Names {
  /** Somebody of whom the plan has not told yet is `Somebody`. */
  readonly member: (memberId: string) => string;
  /** `Windows computer`, `Mac 2`; a device that never introduced itself is a `computer`. */
  readonly device: (keyId: string) => string;
  readonly readers: (audience: Audience) => string;
}

export function useNames(): Names {
  const plan = usePlan();
  const ownId = useSession((state) => state.memberId);
  return useMemo(() => {
    const devices = deviceNames(plan?.devices ?? []);
    const member = (memberId: string) =>
      plan?.memberById.get(memberId)?.name ?? t('sync.unknownMember');
    return {
      member,
      device: (keyId) => devices.get(keyId) ?? t('sync.unknownDevice'),
      readers: (audience) =>
        audienceMember(audience) === ownId ? t('sync.readers.you') : readersOf(audience, member),
    };
  }, [plan, ownId]);
}

function readersOf(audience: Audience, nameOf: (memberId: string) => string): string {
  const memberId = audienceMember(audience);
  if (memberId !== null) return t('sync.readers.member', { name: nameOf(memberId) });
  return t(audience === 'team' ? 'sync.readers.team' : 'sync.readers.managers');
}
