import { useEffect } from 'react';
import { firstScreenStands } from './first-screen.ts';

/** Names in the performance timeline; `npm run bench` reads them. */
type ReadyMark = 'today-interactive' | 'insights-drawn';

/** Marks the end of the frame in which a view first stood on screen with everything listening. */
export function useReadyMark(mark: ReadyMark): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      setTimeout(() => {
        performance.mark(mark);
        firstScreenStands();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [mark]);
}
