import { useEffect } from 'react';
import { firstScreenStands } from '../../state/first-screen.ts';

/** The mark's name in the performance timeline; `npm run bench startup` reads it. */
const MARK = 'today-interactive';

/** Marks the end of the frame in which the day first stood on screen with everything listening. */
export function useReadyMark(): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      setTimeout(() => {
        performance.mark(MARK);
        firstScreenStands();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
