export type Pace = 'done' | 'on' | 'behind';

/** Less than this share of what is expected by now is behind: a tenth either way is an ordinary day. */
const LEAST_SHARE = 0.9;

/** Whether a value has reached its target, keeps pace with it, or is behind by more than a tenth. */
export function paceOf(value: number, target: number, expected: number | undefined): Pace {
  if (target > 0 && value >= target) return 'done';
  return expected !== undefined && value < expected * LEAST_SHARE ? 'behind' : 'on';
}
