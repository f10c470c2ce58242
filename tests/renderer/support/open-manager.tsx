import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { useBridge } from './window-outlog.ts';
import { openComputer } from './engine-bridge.ts';
import type { TestComputer } from './engine-bridge.ts';
import type { WorkspaceEntry } from '#shared/ipc';
import { closeSession, openSession } from '../../../renderer/services/open-session.ts';
import { createPlan } from '../../../renderer/services/plan.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { resetRoute } from '../../../renderer/state/route.ts';
import type { View } from '../../../renderer/state/route.ts';

// The real journal, keys and database answer: on a busy machine that takes longer than a mock would.
vi.setConfig({ testTimeout: 40_000 });

/** A manager in front of a new workspace of their own. */
export interface ManagerDesk {
  readonly computer: TestComputer;
  readonly workspace: WorkspaceEntry;
  readonly memberId: string;
  readonly user: UserEvent;
  /** Shows a view as the app would. */
  show(view: View, element: ReactElement, params?: Readonly<Record<string, string>>): RenderResult;
  leave(): Promise<void>;
}

/** Wednesday 18 November 2026, 18:30 in Manila. */
const WEDNESDAY_EVENING_MS = Date.parse('2026-11-18T10:30:00Z');
const MANAGER_ZONE = 'Asia/Manila';

export async function openManager(nowMs = WEDNESDAY_EVENING_MS): Promise<ManagerDesk> {
  pinClock(() => nowMs);
  const computer = await openComputer({ nowMs: () => nowMs });
  useBridge(computer.bridge);
  const plan = { name: 'Harbour Shop', memberName: 'Mara', timeZone: MANAGER_ZONE };
  const created = await computer.bridge.createWorkspace(plan);
  if (!created.ok) throw new Error(created.error.code);
  const workspace = created.value;
  const memberId = workspace.seats[0]?.memberId ?? '';
  must(await openSession(workspace, memberId));
  must(await createPlan(workspace, plan));
  return {
    computer,
    workspace,
    memberId,
    user: userEvent.setup({ delay: null }),
    show: (view, element, params = {}) => {
      resetRoute({ view, params });
      return render(element);
    },
    leave: async () => {
      await closeSession();
      useBridge(null);
      pinClock();
      await computer.close();
    },
  };
}

/** What a test cannot go on without. */
export function must<T>(
  result: { ok: true; value: T } | { ok: false; error: { code: string } },
): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
