import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { IpcFailure } from '#shared/ipc';
import { fail, type Result } from '#shared/result';
import { INVITE_MAX_BYTES, type InviteFile, parseInvite } from './invite-file.ts';

/** A mail program may break a long line, a browser may add a slash. */
const LINK = /^outlog:(?:\/\/)?join\/?#([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{6})$/i;
const MAX_LINK_CHARACTERS = 32 * 1024;

/**
 * An invite as a link: `outlog://join#`, the base64url form of its deflated JSON, a dot, and the first six
 * characters of that form's SHA-256 in base64url. A character that is lost must not become another key.
 */
export function inviteLink(invite: InviteFile): string {
  const json = Buffer.from(JSON.stringify(invite));
  const packed = deflateRawSync(json, { level: 9 }).toString('base64url');
  return `outlog://join#${packed}.${checkOf(packed)}`;
}

/** Failures: `invite-damaged`, `invite-newer`. A link that unpacks to more than an invite may be is damaged. */
export function parseInviteLink(text: string): Result<InviteFile, IpcFailure> {
  const damaged = fail('invite-damaged', 'never');
  if (text.length > MAX_LINK_CHARACTERS) return damaged;
  const [, packed, check] = LINK.exec(text.replaceAll(/[\s<>]+/g, '')) ?? [];
  if (packed === undefined || check !== checkOf(packed)) return damaged;
  try {
    const bytes = Buffer.from(packed, 'base64url');
    return parseInvite(inflateRawSync(bytes, { maxOutputLength: INVITE_MAX_BYTES }));
  } catch {
    return damaged;
  }
}

const checkOf = (packed: string): string => hash('sha256', packed, 'base64url').slice(0, 6);
