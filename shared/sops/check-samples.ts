import type { Net, NetRule } from './check-net.ts';

/** How many runs are tried before anything is searched for: ordinary rules are all seen at work in a few. */
const SAMPLES = 12;

/** What was seen to be possible at a step, and of each of its rules. */
export interface Seen {
  isShown: boolean;
  readonly rules: readonly SeenRule[];
}

export interface SeenRule {
  doesHold: boolean;
  doesFail: boolean;
  doesMatter: boolean;
}

/** Runs in which every step before is settled: all answered, none that need not be, and mixed ones. */
export function sampleRuns(net: Net): readonly Seen[] {
  const seen: readonly Seen[] = net.map(({ rules }) => ({
    isShown: false,
    rules: rules.map(() => ({ doesHold: false, doesFail: false, doesMatter: false })),
  }));
  let random = 1;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const chosen: number[] = [];
    for (const [at, step] of net.entries()) {
      const isShown = seeStep(step.rules, chosen, seen[at]);
      if (!isShown || step.answerCount === 0) {
        chosen.push(0);
        continue;
      }
      const isRequired =
        step.isRequired ||
        step.rules.some((rule) => rule.effect === 'require' && doesHold(rule, chosen));
      const least = isRequired ? 1 : 0;
      // Numerical Recipes' generator: the samples are the same on every computer.
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      const mixed = least + ((random >>> 8) % (step.answerCount + 1 - least));
      chosen.push(sample === 0 ? step.answerCount : sample === 1 ? least : mixed);
    }
  }
  return seen;
}

/** Notes what the rules of one step do in a run, and tells whether it is shown. */
function seeStep(
  rules: readonly NetRule[],
  chosen: readonly number[],
  seen: Seen | undefined,
): boolean {
  const held = rules.map((rule) => doesHold(rule, chosen));
  const isSkipped = rules.some(({ effect }, nth) => effect === 'skip' && held[nth] === true);
  const isLetIn =
    !rules.some(({ effect }) => effect === 'show') ||
    rules.some(({ effect }, nth) => effect === 'show' && held[nth] === true);
  const isShown = isLetIn && !isSkipped;
  if (!seen) return isShown;
  seen.isShown ||= isShown;
  for (const [nth, rule] of seen.rules.entries()) {
    const effect = rules[nth]?.effect;
    const hasRoom = effect === 'show' ? !isSkipped : effect === 'skip' ? isLetIn : isShown;
    if (held[nth] !== true) rule.doesFail = true;
    else rule.doesHold = true;
    if (held[nth] === true && hasRoom) rule.doesMatter = true;
  }
  return isShown;
}

function doesHold({ isAll, tests }: NetRule, chosen: readonly number[]): boolean {
  const passes = ({ at, passes: own }: NetRule['tests'][number]): boolean =>
    own[at < 0 ? 0 : (chosen[at] ?? 0)] === true;
  return isAll ? tests.every(passes) : tests.some(passes);
}
