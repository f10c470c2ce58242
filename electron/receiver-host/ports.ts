/** Where a receiver is looked for first; neighbours, where several run on one computer. */
const FIRST_PORT = 47_822;
const NEIGHBOURS = 8;
const ANY_FREE_PORT = 0;

/** The port it had, and others in case another program has it now. */
export function portsToTry(had: number | null): readonly number[] {
  const usual = Array.from({ length: NEIGHBOURS }, (_, at) => FIRST_PORT + at);
  return [...new Set([...(had === null ? [] : [had]), ...usual, ANY_FREE_PORT])];
}
