// oxlint-disable-next-line import/order -- before Dexie is loaded
import { holdNews, tellNews } from './held-news.ts';
import { Projection } from '../projection.ts';
import { answerAtOnce } from '../worker-client.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';
import { LocalImporter } from './importer.ts';

/** Merges off the window's thread. */
let importer: LocalImporter | null = null;

answerAtOnce(async (request: ImportRequest): Promise<ImportAnswer> => {
  const { kind } = request;
  if (kind === 'open') {
    const db = new Projection(request.database);
    await db.open();
    importer = new LocalImporter(db, request.options);
    return { kind };
  }
  if (!importer) throw new Error('The import worker was not opened');
  if (kind === 'merge') {
    holdNews();
    return { kind, reports: await importer.mergeAll(request.chunks) };
  }
  if (kind === 'tell') {
    await importer.tell();
    tellNews();
    return { kind };
  }
  if (kind === 'settle') return { kind, tally: await importer.settle() };
  if (kind === 'retune') return { kind, count: await importer.retune() };
  return { kind, count: await importer.compact() };
});
