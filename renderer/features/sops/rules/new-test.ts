import { needsValue, testKindsFor } from '#shared/sops/check-tests';
import type { RuleTest, TestKind } from '#shared/sops/rule';
import type { Step } from '#shared/sops/step';

/** The most usual question about a step's answer, to begin with. */
export const newTest = (read: Step): RuleTest =>
  asked(read, testKindsFor(read.kind)[0] ?? 'answered');

/** A question of that kind, with what it asked for before where that still makes sense. */
export function asked(read: Step, kind: TestKind, value: RuleTest['value'] = null): RuleTest {
  const stepId = read.id;
  if (!needsValue(kind)) return { stepId, kind, value: null };
  if (read.kind === 'choice') {
    const isOption = typeof value === 'string' && read.options.includes(value);
    return { stepId, kind, value: isOption ? value : (read.options[0] ?? null) };
  }
  const isFit = typeof value === (read.kind === 'number' ? 'number' : 'string');
  return { stepId, kind, value: isFit ? value : null };
}
