import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import type { SopNews } from '#shared/sops/news';
import type { Plan } from '../../../data/plan.ts';
import { now } from '../../../services/clock.ts';
import type { Worker } from '../../../services/worker.ts';
import { readSopNews } from './read-news.ts';

const NewsDialog = lazy(async () => ({
  default: (await import('./news-dialog.tsx')).NewsDialog,
}));

export interface NewsFirst {
  /** Begins at once, or once what is new has been read. */
  readonly begin: (worker: Worker, sopId: string, start: () => void) => Promise<void>;
  /** To be drawn where a run is begun. */
  readonly dialog: ReactNode;
}

interface Waiting {
  readonly news: SopNews;
  readonly start: () => void;
}

/** Shows what is new in a procedure before a run of it is begun, to whoever knows an older version. */
export function useNewsFirst(plan: Plan): NewsFirst {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  return {
    begin: async (worker, sopId, start) => {
      const news = await readSopNews(sopId, worker.memberId, worker.days.dayAt(now()));
      if (news) setWaiting({ news, start });
      else start();
    },
    dialog: waiting && (
      <Suspense>
        <NewsDialog
          plan={plan}
          news={waiting.news}
          onStart={waiting.start}
          onClose={() => setWaiting(null)}
        />
      </Suspense>
    ),
  };
}
