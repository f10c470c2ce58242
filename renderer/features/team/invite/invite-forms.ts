import type { MadeInvite, SharedInvite } from '#shared/ipc';
import { formatDateTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** The forms that one invite can be given in. */
export const INVITE_FORMS = ['link', 'code', 'file'] as const;
export type InviteForm = (typeof INVITE_FORMS)[number];

const DAY_MS = 86_400_000;

/** How long an invite can be opened; null without an end. */
export const VALIDITIES = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  open: null,
} as const satisfies Readonly<Record<string, number | null>>;
export type Validity = keyof typeof VALIDITIES;

/** `23 Nov 2026, 14:02`, or that it has no end. */
export const untilWords = (expiresAtMs: number | null): string =>
  expiresAtMs === null ? t('team.invite.noEnd') : formatDateTime(expiresAtMs);

/** What to write to whoever is invited: they have not seen Outlog before. */
export function linkMessage(name: string, workspace: string, { link, expiresAtMs }: MadeInvite) {
  return [
    t('team.tell.hello', { name, workspace }),
    t('team.tell.link'),
    link,
    endWords(expiresAtMs),
  ].join('\n\n');
}

/** Where a code is opened: a receiver, if there is one, finds itself. */
export const codePlace = ({ places }: SharedInvite) =>
  places.find(({ kind }) => kind === 'endpoint') ?? places[0];

export function codeMessage(name: string, workspace: string, shared: SharedInvite): string {
  const place = codePlace(shared);
  const where =
    place?.kind === 'endpoint'
      ? t('team.tell.codeReceiver', { address: `https://${place.label}` })
      : t('team.tell.codeFolder', { folder: place?.label ?? '' });
  return [
    t('team.tell.hello', { name, workspace }),
    t('team.tell.code', { code: shared.code }),
    where,
    endWords(shared.expiresAtMs),
  ].join('\n\n');
}

export function fileMessage(name: string, workspace: string, { expiresAtMs }: MadeInvite): string {
  return [
    t('team.tell.hello', { name, workspace }),
    t('team.tell.file'),
    endWords(expiresAtMs),
  ].join('\n\n');
}

const endWords = (expiresAtMs: number | null): string =>
  expiresAtMs === null
    ? t('team.tell.noEnd')
    : t('team.tell.end', { when: formatDateTime(expiresAtMs) });
