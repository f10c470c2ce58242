/**
 * The ring of procedures that run each other for ever when `sopId` is run: their ids in turn, the first one
 * again at the end. `sopId` is in it, or leads into it. Null where there is none.
 */
export function sopCycle(
  sopId: string,
  nestedOf: (sopId: string) => readonly string[],
): readonly string[] | null {
  const way: { readonly id: string; readonly rest: string[] }[] = [];
  const open = new Set<string>();
  const done = new Set<string>();
  const enter = (id: string): void => {
    way.push({ id, rest: [...nestedOf(id)] });
    open.add(id);
  };
  enter(sopId);
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const next = last.rest.shift();
    if (next === undefined) {
      way.pop();
      open.delete(last.id);
      done.add(last.id);
    } else if (open.has(next)) {
      const ids = way.map(({ id }) => id);
      return [...ids.slice(ids.indexOf(next)), next];
    } else if (!done.has(next)) enter(next);
  }
  return null;
}

/** The procedures that steps run, each once. */
export const nestedIn = (
  steps: readonly { readonly kind: string; readonly sopId: string }[],
): readonly string[] => [
  ...new Set(steps.flatMap(({ kind, sopId }) => (kind === 'sop' && sopId !== '' ? [sopId] : []))),
];
