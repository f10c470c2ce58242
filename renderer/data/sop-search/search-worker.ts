import { sopFrom } from '#shared/sops/sop';
import { followRows } from '../follow-rows.ts';
import { Projection } from '../projection.ts';
import type { StoredRecord } from '../stored.ts';
import { answerRequests } from '../worker-client.ts';
import type { SopHits } from './sop-index.ts';
import { NO_HITS, SopIndex } from './sop-index.ts';

/** `query` empty asks for nothing but to be ready. */
export interface SopSearchRequest {
  readonly database: string;
  readonly query: string;
}

/** Keeps the words of all SOPs off the window's thread, and follows what is written. */
interface Desk {
  readonly name: string;
  readonly index: SopIndex;
  readonly isRead: Promise<void>;
  readonly close: () => void;
}

let desk: Desk | null = null;

answerRequests(async ({ database, query }: SopSearchRequest): Promise<SopHits> => {
  if (desk?.name !== database) {
    desk?.close();
    desk = openDesk(database);
  }
  await desk.isRead;
  return query === '' ? NO_HITS : desk.index.find(query);
});

function openDesk(database: string): Desk {
  const db = new Projection(database);
  const index = new SopIndex();
  const put = (row: StoredRecord): void => {
    if (row.type === 'sop') index.put(sopFrom(row));
  };
  let stop: (() => void) | null = null;
  const isRead = new Promise<void>((resolve, reject) => {
    stop = followRows(db.plan, {
      onAll: (rows) => {
        for (const row of rows) put(row);
        resolve();
      },
      onTouched: (rows) => {
        for (const [key, row] of rows) {
          if (row) put(row);
          else index.remove(key.split('|')[2] ?? '');
        }
      },
      onError: reject,
    });
  });
  const close = (): void => {
    stop?.();
    db.close();
  };
  return { index, name: db.name, isRead, close };
}
