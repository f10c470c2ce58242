import type { Json } from '../json.ts';

/** JSON from outside, or undefined where the text is none. */
export function parseJson(text: string): Json | undefined {
  try {
    // Whatever the text holds, what comes out is JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
