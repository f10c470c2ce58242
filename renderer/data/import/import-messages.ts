import type { MergeTally } from '../tally.ts';
import type { ChunkReport, ImporterOptions, IncomingChunk } from './importer.ts';

/** What the window asks of the import worker. */
export type ImportRequest =
  | { readonly kind: 'open'; readonly database: string; readonly options: ImporterOptions }
  | { readonly kind: 'merge'; readonly chunks: readonly IncomingChunk[] }
  | { readonly kind: 'tell' }
  | { readonly kind: 'settle' }
  | { readonly kind: 'retune' }
  | { readonly kind: 'compact' };

export type ImportAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'merge'; readonly reports: readonly ChunkReport[] }
  | { readonly kind: 'tell' }
  | { readonly kind: 'settle'; readonly tally: MergeTally }
  | { readonly kind: 'retune'; readonly count: number }
  | { readonly kind: 'compact'; readonly count: number };
