import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/ipc.ts';
import type { Edit } from '../../shared/stream/change.ts';

declare global {
  interface Window {
    readonly outlog: Bridge;
    readonly acknowledge: (ids: string[]) => Promise<void>;
  }
}

export interface Workspace {
  readonly workspace: string;
  readonly memberId: string;
}

/** How far the own stream of the member's work was read; null before the first time. */
export interface Position {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly h: string;
}

export interface Found {
  readonly ids: readonly string[];
  readonly position: Position | null;
}

export async function foundWorkspace(page: Page): Promise<Workspace> {
  return await page.evaluate(async () => {
    const made = await window.outlog.createWorkspace({
      name: 'Kill',
      memberName: 'Robin Hale',
      timeZone: 'Europe/Lisbon',
    });
    if (!made.ok) throw new Error(made.error.code);
    return { workspace: made.value.id, memberId: made.value.seats[0]?.memberId ?? '' };
  });
}

/**
 * Appends one to four deliverables at a time, five calls in flight, until the process is gone. Runs in
 * the page; reports an append only after the main process answered it.
 */
export async function appendWithoutEnd({
  workspace,
  memberId,
  salt,
}: Workspace & { readonly salt: string }): Promise<void> {
  let count = 0;
  for (let n = 0; n < 5; n++) {
    // Not awaited: the caller goes on to kill what runs here. Nameless, because a named function would be
    // compiled to one that asks for help that the page does not have.
    void (async () => {
      for (;;) {
        const edits = Array.from({ length: 1 + (count % 4) }, (): Edit => {
          count += 1;
          return {
            audience: `m-${memberId}`,
            type: 'deliverable',
            id: `202611-${salt}${count}`,
            fields: { title: `Entry ${count}`, quantity: count, note: 'x'.repeat(count % 700) },
          };
        });
        const answer = await window.outlog.append({ workspace, memberId, edits });
        if (!answer.ok) throw new Error(answer.error.code);
        void window.acknowledge(edits.map(({ id }) => id));
      }
    })();
  }
}

/** What the app reads back of its own member stream since `after`, by the road that the window uses. */
export async function readOwnChanges(
  page: Page,
  { workspace, memberId }: Workspace,
  after: Position | null,
): Promise<Found> {
  return await page.evaluate(
    async ({ workspace, audience, after }) => {
      const heads = await window.outlog.heads({ workspace });
      if (!heads.ok) throw new Error(heads.error.code);
      const head = heads.value.find((each) => each.isOwn && each.audience === audience);
      if (!head) return { ids: [], position: null };
      const { stream, epoch } = head;
      let at = after ?? { stream, epoch, seq: 0, h: '0'.repeat(64) };
      const ids: string[] = [];
      for (let hasMore = true; hasMore;) {
        const chunk = await window.outlog.readChanges({
          workspace,
          stream,
          epoch,
          afterSeq: at.seq,
          afterH: at.h,
          isPlain: true,
        });
        if (!chunk.ok) throw new Error(chunk.error.code);
        for (const { bytes } of chunk.value.parts) {
          const lines = new TextDecoder().decode(bytes).split('\n');
          for (const line of lines) if (line !== '') ids.push(JSON.parse(line).id);
        }
        hasMore = chunk.value.hasMore;
        at = { stream, epoch, seq: chunk.value.lastSeq, h: chunk.value.lastH };
      }
      return { ids, position: at };
    },
    { workspace, audience: `m-${memberId}`, after },
  );
}
