import { nameKey } from './mapping.ts';

/** What a status in a table says of its work; `leave` leaves such rows out. */
export const WORK_STATES = ['requested', 'started', 'blocked', 'completed', 'leave'] as const;
export type WorkState = (typeof WORK_STATES)[number];

const words = (text: string): RegExp => new RegExp(`(?:^|\\W)(?:${text})(?:\\W|$)`, 'iu');

/** Tried in this order: `not done` is not done, `waiting for review` waits. */
const SAYINGS: readonly (readonly [RegExp, WorkState])[] = [
  [
    words("cancell?ed|won't do|wont do|rejected|duplicate|abandoned|deleted|template|cancelado"),
    'leave',
  ],
  [
    words(
      'not started|not done|to do|todo|backlog|open|new|ready|planned|next|inbox|queue|incomplete|pendiente|a fazer|por hacer',
    ),
    'requested',
  ],
  [words('blocked|on hold|hold|waiting|stuck|problem|paused|bloqueado|esperando'), 'blocked'],
  [
    words(
      'done|complete|completed|closed|resolved|finished|shipped|delivered|published|live|approved|hecho|terminado|concluido|feito',
    ),
    'completed',
  ],
  [
    words(
      'in progress|doing|started|active|working|review|in review|qa|testing|current|this week|en curso|em andamento',
    ),
    'started',
  ],
];

/** What a status most likely says; the words of several tools and languages, else begun by nobody. */
export function guessState(status: string): WorkState {
  const key = nameKey(status.slice(0, 120));
  // What was put away is left out, unless it was done before.
  const kept = key.replace(/ \(archived\)$/, '');
  if (kept !== key) return guessState(kept) === 'completed' ? 'completed' : 'leave';
  for (const [saying, state] of SAYINGS) if (saying.test(key)) return state;
  return 'requested';
}

/** Whether a name says how work stands rather than what it is for: a board of `To do`, `Doing`, `Done`. */
const saysState = (name: string): boolean =>
  SAYINGS.some(([saying]) => saying.test(nameKey(name.slice(0, 120))));

/** Whether most of a column's values say how work stands. */
export function looksLikeStates(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(saysState).length > filled.length * 0.5;
}
