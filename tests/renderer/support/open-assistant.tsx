import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import type { ReactElement } from 'react';
import { useBridge } from './window-outlog.ts';
import { openComputer } from './engine-bridge.ts';
import type { TestComputer } from './engine-bridge.ts';
import { must, openManager } from './open-manager.tsx';
import type { Json } from '#shared/json';
import type { Edit } from '#shared/stream/change';
import type { WorkspaceEntry } from '#shared/ipc';
import { readPlan } from '../../../renderer/data/plan.ts';
import { projectionName } from '../../../renderer/data/projection.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { closeSession, openSession } from '../../../renderer/services/open-session.ts';
import { acknowledge } from '../../../renderer/services/receipts.ts';
import { save } from '../../../renderer/services/save.ts';
import { pullNow } from '../../../renderer/services/sync.ts';
import type { Worker } from '../../../renderer/services/worker.ts';
import { workerOf } from '../../../renderer/services/worker.ts';
import { closeEntryDialog } from '../../../renderer/state/entry-dialog.ts';
import { closeLogBar } from '../../../renderer/state/log-bar.ts';
import { resetRoute } from '../../../renderer/state/route.ts';
import type { View } from '../../../renderer/state/route.ts';

/** An assistant at their own computer, invited by a manager whose plan arrived through a folder. */
export interface AssistantDesk {
  readonly computer: TestComputer;
  readonly manager: TestComputer;
  /** The manager's member id; Mara by name. */
  readonly founderId: string;
  readonly folder: string;
  readonly workspace: WorkspaceEntry;
  readonly worker: Worker;
  /** The worker by the plan as it is now. */
  worksAs(): Promise<Worker>;
  /** The manager writes at their computer, and it arrives here. */
  hears(edits: readonly Edit[]): Promise<void>;
  readonly user: UserEvent;
  /** Lets time pass. */
  advance(ms: number): void;
  show(view: View, element: ReactElement, params?: Readonly<Record<string, string>>): RenderResult;
  /** Closes the window and starts it anew on what this computer has kept; its database may be lost on the way. */
  reopen(options?: { readonly losesDatabase?: boolean }): Promise<void>;
  leave(): Promise<void>;
}

export const ANA = 'ana';
const ANA_ZONE = 'Asia/Manila';
/** Wednesday 18 November 2026, 15:00 in Manila. */
const WEDNESDAY_AFTERNOON_MS = Date.parse('2026-11-18T07:00:00Z');

export async function openAssistant(): Promise<AssistantDesk> {
  let nowMs = WEDNESDAY_AFTERNOON_MS;
  const folder = await mkdtemp(path.join(tmpdir(), 'outlog-folder-'));
  const founder = await openManager(nowMs);
  await writePlan();
  founder.computer.choices.folder = folder;
  founder.computer.choices.savePath = path.join(folder, 'ana.outlog-invite');
  const { bridge } = founder.computer;
  must(await bridge.chooseFolder({ workspace: founder.workspace.id }));
  const made = must(
    await bridge.createInvite({
      workspace: founder.workspace.id,
      memberId: ANA,
      memberName: 'Ana Reyes',
    }),
  );
  must(await bridge.saveInvite({ token: made.token, name: 'Ana Reyes' }));
  must(await bridge.sendNow({ workspace: founder.workspace.id }));
  closeSession();
  await deleteDatabase(founder.workspace.id);

  const computer = await openComputer({ nowMs: () => nowMs });
  useBridge(computer.bridge);
  pinClock(() => nowMs);
  computer.choices.openPath = founder.computer.choices.savePath;
  const invite = must(await computer.bridge.chooseInvite());
  const workspace = must(
    await computer.bridge.joinWorkspace({ token: invite.token, timeZone: ANA_ZONE }),
  );
  const open = async (): Promise<void> => {
    must(await openSession(workspace, ANA));
    must(await pullNow());
  };
  await open();
  return {
    computer,
    manager: founder.computer,
    founderId: founder.memberId,
    folder,
    workspace,
    worker: await workerOfAna(),
    worksAs: workerOfAna,
    hears: async (edits) => {
      const { id } = founder.workspace;
      must(await bridge.append({ workspace: id, memberId: founder.memberId, edits: [...edits] }));
      must(await bridge.sendNow({ workspace: id }));
      must(await pullNow());
    },
    user: userEvent.setup({ delay: null }),
    advance: (ms) => {
      nowMs += ms;
    },
    show: (view, element, params = {}) => {
      resetRoute({ view, params });
      return render(<StrictMode>{element}</StrictMode>);
    },
    reopen: async ({ losesDatabase = false } = {}) => {
      closeSession();
      if (losesDatabase) await deleteDatabase(workspace.id);
      await open();
    },
    leave: async () => {
      closeSession();
      // What was being written is.
      await acknowledge();
      closeLogBar();
      closeEntryDialog();
      localStorage.clear();
      useBridge(null);
      pinClock();
      await computer.close();
      await founder.computer.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function workerOfAna(): Promise<Worker> {
  const plan = await readPlan();
  const ana = plan.memberById.get(ANA);
  if (!ana) throw new Error('the plan has not arrived');
  return workerOf(plan, ana);
}

export const UPLOADS = 'uploads';
export const REPLIES = 'replies';
const SHEET_SOP = 'sheet';

/** Two outcomes with targets, and a published procedure of four steps, one of each kind. */
async function writePlan(): Promise<void> {
  const outcome = (id: string, fields: Record<string, Json>): Edit =>
    team('outcome', id, { ownerId: ANA, ...fields });
  const steps = {
    'step.read': step(1, { title: 'Read the sheet', how: 'From **end** to end.', why: 'To know.' }),
    'step.count': step(2, { title: 'Count the rows', kind: 'number', min: 1, max: 60 }),
    'step.sort': step(3, {
      title: 'How is it sorted?',
      kind: 'choice',
      options: ['By name', 'By price'],
      required: false,
    }),
    'step.odd': step(4, { title: 'What was odd?', kind: 'text' }),
  };
  must(
    await save([
      team('member', ANA, { name: 'Ana Reyes', seat: 'assistant', timeZone: ANA_ZONE }),
      team('client', 'acme', { name: 'Acme Ltd', timeZone: 'Europe/London' }),
      outcome(UPLOADS, {
        name: 'Product uploads',
        unit: 'listings',
        why: 'New products sell in their first week.',
        measures: [{ kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' }],
      }),
      outcome(REPLIES, {
        name: 'Customer replies',
        unit: 'tickets',
        measures: [{ kind: 'quantity', direction: 'atLeast', target: 16, period: 'day' }],
      }),
      team('sop', SHEET_SOP, {
        title: 'Put a sheet live',
        outcomeId: UPLOADS,
        publishedVersion: 1,
        ...steps,
      }),
      team('sopVersion', `${SHEET_SOP}.v1`, {
        sopId: SHEET_SOP,
        number: 1,
        title: 'Put a sheet live',
        ...steps,
      }),
    ]),
  );
}

export function team(type: string, id: string, fields: Record<string, Json>): Edit {
  return { audience: 'team', type, id, fields };
}

/** Ana on nights: 21:00 to 06:00, from Monday's to Friday's. */
export const NIGHT_SHIFTS: readonly Edit[] = [
  team('calendar', 'nights', {
    name: 'Nights',
    versions: [
      {
        fromDay: '2026-01-01',
        timeZone: ANA_ZONE,
        shifts: [1, 2, 3, 4, 5].map((weekday) => ({
          weekday,
          fromMinute: 21 * 60,
          toMinute: 30 * 60,
        })),
        holidays: [],
      },
    ],
  }),
  team('member', ANA, { calendarId: 'nights' }),
];

const step = (order: number, fields: Record<string, Json>): Json => ({
  order,
  kind: 'tick',
  required: true,
  ...fields,
});

async function deleteDatabase(workspaceId: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(projectionName(workspaceId));
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
  });
}
