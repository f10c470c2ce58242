/** Nobody reads further in; what goes on for thousands of levels takes a parser minutes. */
const DEEPEST = 24;

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Whether a line opens more quotes and lists than anybody means: such text is shown as it is typed. */
export const isTooDeep = (text: string): boolean =>
  text.split('\n').some((line) => depthOf(line) > DEEPEST);

function depthOf(line: string): number {
  let depth = 0;
  CONTAINER.lastIndex = 0;
  while (depth <= DEEPEST && CONTAINER.test(line)) depth += 1;
  return depth;
}
