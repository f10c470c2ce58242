import { calendarDraftCount, onCalendarDrafts } from './calendar-drafts.ts';
import { useOutcomeDrafts } from './outcome-drafts.ts';

/** Drafts that would be lost with the window; all others lie on the disk while they are typed. */
const unsavedCount = (): number =>
  Object.keys(useOutcomeDrafts.getState()).length + calendarDraftCount();

/** Tells the count of them now and whenever it moves; answers how to stop. */
export function onUnsavedCount(tell: (count: number) => void): () => void {
  let told = 0;
  const tellNews = (): void => {
    const count = unsavedCount();
    if (count === told) return;
    told = count;
    tell(count);
  };
  tellNews();
  const stops = [useOutcomeDrafts.subscribe(tellNews), onCalendarDrafts(tellNews)];
  return () => stops.forEach((stop) => stop());
}
