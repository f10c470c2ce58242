import { answerRequests } from '../../data/worker-client.ts';
import type { TableFile } from './table-bytes.ts';
import { tableBytes } from './table-bytes.ts';

/** Makes files off the window's thread: a workbook of a year's entries takes seconds. */
answerRequests(async (file: TableFile) => await tableBytes(file));
