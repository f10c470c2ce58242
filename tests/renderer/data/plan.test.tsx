import '../support/window-outlog.ts';
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentProjection } from '../../../renderer/data/current.ts';
import { readPlan, usePlan } from '../../../renderer/data/plan.ts';
import { createSop, saveDraft } from '../../../renderer/services/sops.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { must, openManager } from '../support/open-manager.tsx';
import type { ManagerDesk } from '../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const sop = async (title: string) =>
  must(await createSop({ title, outcomeId: '', ownerId: '' })).sopId;
const titled = (title: string) => ({ head: { title }, steps: new Map(), sections: new Map() });

test('a write to one SOP leaves every other one the same object, and all in order', async () => {
  await sop('Banana');
  const moving = await sop('Apple');
  await sop('Cherry');
  const { result } = renderHook(() => usePlan());
  await waitFor(() => expect(result.current?.sops).toHaveLength(3));
  const before = result.current?.sops ?? [];
  expect(before.map(({ title }) => title)).toEqual(['Apple', 'Banana', 'Cherry']);
  must(await saveDraft(moving, titled('Dragon fruit')));
  await waitFor(() => expect(result.current?.sopById.get(moving)?.title).toBe('Dragon fruit'));
  const after = result.current?.sops ?? [];
  expect(after.map(({ title }) => title)).toEqual(['Banana', 'Cherry', 'Dragon fruit']);
  expect(after[0]).toBe(before[1]);
  expect(after[1]).toBe(before[2]);
  expect(JSON.stringify(after)).toBe(JSON.stringify((await readPlan()).sops));
});

test('what is added, taken back and cleared is followed', async () => {
  const { result } = renderHook(() => usePlan());
  await waitFor(() => expect(result.current).toBeDefined());
  await sop('Apple');
  await waitFor(() => expect(result.current?.sops).toHaveLength(1));
  must(await undoLast());
  await waitFor(() => expect(result.current?.sops[0]?.isArchived).toBe(true));
  await currentProjection().plan.clear();
  await waitFor(() => expect(result.current?.sops).toHaveLength(0));
});
