import type { Step } from '#shared/sops/step';

/** Typing in one field of one step is taken back together: the name of that field; null for any other change. */
export function writingGroup(before: Step | undefined, now: Step): string | null {
  if (!before) return null;
  const former = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(now).filter(([name, value]) => former.get(name) !== value);
  return changed.length === 1 ? `step.${now.id}.${changed[0]?.[0]}` : null;
}
