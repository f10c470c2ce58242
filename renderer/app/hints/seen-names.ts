import type { Seat } from '#shared/plan/member';
import type { View } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';

/** What hints tell, each in one place. */
export const HINTS = ['today', 'figures', 'insights', 'work', 'entries', 'sop', 'run'] as const;
export type HintName = (typeof HINTS)[number];

/** What stands among the seen hints in the settings beside the hints themselves. */
export const HINTS_OFF = 'hints-off';
/** A sample says nothing by itself: somebody asked for its hints. */
export const HINTS_IN_SAMPLE = 'hints-in-sample';

export const hintMark = (name: HintName): string => `hint.${name}`;
export const isHintMark = (mark: string): boolean => mark.startsWith('hint.');
/** The first steps of one workspace: another one has its own. */
export const firstStepsMark = (workspaceId: string): string => `first-steps.${workspaceId}`;

/** Where the first steps of a seat stand. */
export const FIRST_STEPS_VIEW: Readonly<Record<Seat, View>> = {
  manager: 'overview',
  assistant: 'today',
};

const NOTHING: readonly string[] = [];

export const useSeen = (mark: string): boolean =>
  useSession(({ start }) => (start?.settings.seenHints ?? NOTHING).includes(mark));
