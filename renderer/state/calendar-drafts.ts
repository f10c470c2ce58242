import { create } from 'zustand';
import type { CalendarDraft } from '#shared/plan/calendar-draft';

interface Drafts {
  readonly byKey: ReadonlyMap<string, CalendarDraft>;
}

const useDrafts = create<Drafts>(() => ({ byKey: new Map() }));

/** What is typed and not saved in an editor: still there when somebody looks elsewhere and comes back. */
export const useCalendarDraft = (key: string): CalendarDraft | null =>
  useDrafts(({ byKey }) => byKey.get(key) ?? null);

/** Keeps a draft under a key; null forgets it. */
export function keepCalendarDraft(key: string, draft: CalendarDraft | null): void {
  useDrafts.setState(({ byKey }) => {
    const next = new Map(byKey);
    if (draft) next.set(key, draft);
    else next.delete(key);
    return { byKey: next };
  });
}

export const calendarDraftCount = (): number => useDrafts.getState().byKey.size;
export const onCalendarDrafts = (listen: () => void): (() => void) => useDrafts.subscribe(listen);
