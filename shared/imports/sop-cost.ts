import { fail } from '../result.ts';
import type { SopFailure } from './sop-document.ts';
import { SOP_LIMITS } from './sop-document.ts';

/**
 * What a parser would spend minutes on, found in one pass over the text: too long, lists and quotes too
 * deep within one another, or thousands of marks in one paragraph that could each pair with any other.
 */
export function costOfMarkdown(text: string): SopFailure | null {
  if (text.length > SOP_LIMITS.chars) {
    return fail('sop-too-large', 'after-fix', { limit: SOP_LIMITS.chars, chars: text.length })
      .error;
  }
  let line = 0;
  let marks = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    line += 1;
    if (line > SOP_LIMITS.lines) {
      return fail('sop-too-large', 'after-fix', { limit: SOP_LIMITS.lines, line }).error;
    }
    const opening = openingOf(text, at, end);
    if (opening.depth > SOP_LIMITS.depth || opening.indent > SOP_LIMITS.indent) {
      return fail('sop-too-deep', 'after-fix', { line }).error;
    }
    marks = (opening.isNewBlock ? 0 : marks) + marksIn(text, at, end);
    if (marks > SOP_LIMITS.marks) return fail('sop-too-tangled', 'after-fix', { line }).error;
    at = end + 1;
  }
  return null;
}

const CONTAINER = new Set('>*+-');
const MARKS = new Set('[]*_`<~!');

interface Opening {
  /** Quotes and lists that begin on the line. */
  readonly depth: number;
  /** Columns before the first of them; 0 where none begins. */
  readonly indent: number;
  /** Whether no paragraph goes on here. */
  readonly isNewBlock: boolean;
}

function openingOf(text: string, from: number, end: number): Opening {
  let depth = 0;
  let indent = 0;
  let at = from;
  for (; at < end; at += 1) {
    const char = text.charAt(at);
    if (CONTAINER.has(char)) depth += 1;
    else if (char === ' ' || char === '\t') indent += depth > 0 ? 0 : char === '\t' ? 4 : 1;
    else break;
  }
  const first = text.charAt(at);
  return {
    depth,
    indent: depth > 0 || (first >= '0' && first <= '9') ? indent : 0,
    isNewBlock: at >= end || depth > 0 || first === '#' || first === '|',
  };
}

function marksIn(text: string, from: number, end: number): number {
  let count = 0;
  for (let at = from; at < end; at += 1) if (MARKS.has(text.charAt(at))) count += 1;
  return count;
}

/** Elements that close by themselves, or that a page need not close. */
const UNNESTED = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta o:p option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** The same for a page: its size, and how deep its elements lie within one another. */
export function costOfHtml(html: string): SopFailure | null {
  if (html.length > SOP_LIMITS.chars * 4) {
    return fail('sop-too-large', 'after-fix', { limit: SOP_LIMITS.chars * 4, chars: html.length })
      .error;
  }
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const name = /^<(\/?)([a-z][a-z0-9:]{0,30})/i.exec(html.slice(at, at + 34));
    if (!name || UNNESTED.has((name[2] ?? '').toLowerCase())) continue;
    depth = name[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > SOP_LIMITS.elements) return fail('sop-too-deep', 'after-fix').error;
  }
  return null;
}
