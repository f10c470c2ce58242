import type {
  InviteSummary,
  IpcFailure,
  MadeInvite,
  SharedInvite,
  WorkspaceEntry,
} from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { joinCodeText, newJoinCode, parseJoinCode } from '#shared/join-code';
import { ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { fail, ok, type Result } from '#shared/result';
import { type InviteFile, parseInvite } from '../../identity/invite-file.ts';
import { parseInviteLink } from '../../identity/invite-link.ts';
import { introduceDevice, joinedWorkspace } from '../create-workspace.ts';
import type { EngineContext } from '../engine-context.ts';
import { findFolder } from '../folder/marker.ts';
import { MadeInvites } from './made-invites.ts';
import { openJoin, sealJoin } from './sealed-join.ts';
import { type FoundJoin, fetchJoin, type JoinSource } from './fetch-join.ts';
import { placeJoin } from './place-join.ts';
import { Lane } from '../lane.ts';
import { OpenedInvites } from './opened-invites.ts';
import { takeOverConnection } from './take-over.ts';
import { entryOf, targetIdOf } from '../workspace-file.ts';
import type { Workspace } from '../workspace.ts';
import type { Workspaces } from '../workspaces.ts';

/** Of a million locators few are in use. */
const CODES_TRIED = 3;

type Answer<T> = Promise<Result<T, IpcFailure>>;

/** Invites, from being made on a manager's computer to the seat that is taken on another. */
export class Joining {
  #context: EngineContext;
  #workspaces: Workspaces;
  #made: MadeInvites;
  #opened: OpenedInvites;
  /** Asked twice at once, an invite makes one device. */
  #joins = new Lane();

  constructor(context: EngineContext, workspaces: Workspaces) {
    this.#context = context;
    this.#workspaces = workspaces;
    this.#made = new MadeInvites(context);
    this.#opened = new OpenedInvites(context);
  }

  async readFile(bytes: Uint8Array, beside: string | null): Answer<InviteSummary> {
    const invite = parseInvite(bytes);
    return invite.ok ? await this.#offer(invite.value, beside) : invite;
  }

  async readLink(text: string): Answer<InviteSummary> {
    const invite = parseInviteLink(text);
    return invite.ok ? await this.#offer(invite.value, null) : invite;
  }

  /** Failures, beside an invite's own: `code-…`, `receiver-silent`, `receiver-busy`, `folder-unreachable`. */
  async readCode(typed: string, source: JoinSource): Answer<InviteSummary> {
    const code = parseJoinCode(typed);
    if (!code) return fail('code-wrong', 'after-fix');
    const found = await fetchJoin(this.#context, source, code.locator);
    if (!found.ok) return found;
    const invite = await openJoin(found.value.bytes, code.secret);
    if (!invite.ok) return invite;
    return await this.#offer(answeredAt(invite.value, found.value), found.value.folder);
  }

  async #offer(invite: InviteFile, beside: string | null): Answer<InviteSummary> {
    const { fs } = this.#context;
    const folder = beside === null ? null : await findFolder(fs, beside, invite.workspace);
    return this.#opened.offer(invite, folder, this.#workspaces.file(invite.workspace));
  }

  join(input: CallInput<'joinWorkspace'>): Answer<WorkspaceEntry> {
    return this.#joins.run(() => this.#join(input));
  }

  async #join({ token, timeZone }: CallInput<'joinWorkspace'>): Answer<WorkspaceEntry> {
    const opened = this.#opened.get(token);
    if (!opened) return fail('invite-gone', 'after-fix');
    const { invite, folder } = opened;
    const here = this.#workspaces.file(invite.workspace);
    if (here) {
      const loop = await this.#workspaces.loop(here.id);
      if (!loop.ok) return loop;
      await takeOverConnection(this.#context, loop.value, invite, folder);
      const keyed = await this.#keySeat(loop.value.ws, invite, timeZone);
      if (!keyed.ok) return keyed;
    } else {
      const file = joinedWorkspace(this.#context, invite, folder, timeZone);
      const added = await this.#workspaces.add(file, introduceDevice);
      if (!added.ok) return added;
    }
    this.#opened.done(token);
    const file = this.#workspaces.file(invite.workspace);
    return file ? ok(entryOf(file)) : fail('no-workspace', 'never');
  }

  /** A seat that was restored without its key, or whose keychain is gone, gets one that the invite vouches for. */
  async #keySeat(
    { id, file, seats }: Workspace,
    invite: InviteFile,
    timeZone: string,
  ): Promise<Result<null, IpcFailure>> {
    if (seats.has(invite.memberId)) return ok(null);
    const [fresh] = joinedWorkspace(this.#context, invite, null, timeZone).seats;
    if (!fresh) return ok(null);
    const others = file.seats.filter(({ memberId }) => memberId !== invite.memberId);
    return await this.#workspaces.reopenAs(id, { seats: [fresh, ...others] }, introduceDevice);
  }

  /** Failures: `no-workspace`, `not-allowed` for assistants, `no-seat` where its keys cannot be opened. */
  make(input: CallInput<'createInvite'>): Result<MadeInvite, IpcFailure> {
    const file = this.#workspaces.file(input.workspace);
    return file ? this.#made.make(file, input) : fail('no-workspace', 'never');
  }

  save(token: string, filePath: string): Answer<{ readonly fileName: string }> {
    return this.#made.save(token, filePath);
  }

  /** Failures: `invite-gone`, `code-nowhere` where nothing is shared yet, and why the target did not take it. */
  async share(token: string): Answer<SharedInvite> {
    const made = this.#made.get(token);
    if (!made) return fail('invite-gone', 'after-fix');
    const loop = await this.#workspaces.loop(made.workspace);
    if (!loop.ok) return loop;
    if (targetIdOf(loop.value.ws.file) === null) return fail('code-nowhere', 'after-fix');
    const nowMs = this.#context.options.nowMs();
    const expiresAtMs = Math.min(made.expiresAtMs ?? Infinity, nowMs + ENDPOINT_LIMITS.joinMs);
    for (let attempt = 1; ; attempt += 1) {
      const { locator, secret } = newJoinCode(this.#context.options.random);
      const bytes = await sealJoin({ ...made, expiresAtMs }, secret);
      const placed = await placeJoin(loop.value.ws, { locator, bytes, expiresAtMs });
      if (placed.ok) {
        const code = joinCodeText({ locator, secret });
        return ok({ code, expiresAtMs, places: placed.value });
      }
      if (placed.error.code !== 'code-taken' || attempt === CODES_TRIED) return placed;
    }
  }
}

/** A receiver that is known by its key and certificate is where it just answered, wherever it was before. */
function answeredAt(invite: InviteFile, { url }: FoundJoin): InviteFile {
  const { endpoint } = invite;
  if (!endpoint || url === null || endpoint.certSha256 === null) return invite;
  return { ...invite, endpoint: { ...endpoint, url } };
}
