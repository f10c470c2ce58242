import type { Instant } from './instant.ts';

/** A stretch of waiting; `toMs` is null while it lasts. */
export interface Wait {
  readonly fromMs: number;
  readonly toMs: number | null;
}

const MAX_CHARS = 16_384;
const MAX_WAITS = 200;

/**
 * Reads `start/end; start/end`, an end being empty where the waiting lasts. Also with line breaks or
 * `|` between stretches, and `→`, ` to ` or ` - ` between start and end. Null where any part is
 * unreadable, ends before it starts, or there are more than 200. Sorted, repeats removed.
 */
export function readWaits(text: string, toInstant: Instant): readonly Wait[] | null {
  const body = text.trim();
  if (body === '') return [];
  if (body.length > MAX_CHARS) return null;
  const waits = new Map<number, Wait>();
  for (const part of body.split(/[;|\n\r]/)) {
    const stretch = part.trim();
    if (stretch === '') continue;
    const wait = readStretch(stretch, toInstant);
    if (!wait || waits.size >= MAX_WAITS) return null;
    const held = waits.get(wait.fromMs);
    // Two stretches from one moment are one, as long as the longer.
    if (!held || (held.toMs !== null && (wait.toMs ?? Infinity) > held.toMs)) {
      waits.set(wait.fromMs, wait);
    }
  }
  return [...waits.values()].toSorted((a, b) => a.fromMs - b.fromMs);
}

const SEPARATORS = ['\u2192', ' to ', ' \u2013 ', ' - ', '..'] as const;

function readStretch(text: string, toInstant: Instant): Wait | null {
  const ends = splitStretch(text);
  if (!ends) return null;
  const [from, to] = ends;
  const fromMs = toInstant(from.trim());
  if (fromMs === null) return null;
  if (to.trim() === '') return { fromMs, toMs: null };
  const toMs = toInstant(to.trim());
  return toMs === null || toMs < fromMs ? null : { fromMs, toMs };
}

/** `/` parts start from end only where it stands once: elsewhere it belongs to the dates. */
function splitStretch(text: string): readonly [string, string] | null {
  for (const separator of SEPARATORS) {
    const at = text.indexOf(separator);
    if (at > 0) return [text.slice(0, at), text.slice(at + separator.length)];
  }
  const slash = text.indexOf('/');
  if (slash > 0 && text.indexOf('/', slash + 1) < 0) {
    return [text.slice(0, slash), text.slice(slash + 1)];
  }
  return null;
}

/** Whether a text has the shape of waits, whatever the zone. */
export const looksLikeWaits = (text: string, toInstant: Instant): boolean =>
  (readWaits(text, toInstant)?.length ?? 0) > 0;
