import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceSaved } from './announce.ts';
import type { AssignFailure, AssignRefusal } from './assign.ts';
import type { Saving } from './deliverables.ts';

type Saved = Extract<Awaited<Saving>, { readonly ok: true }>;
type Assigned = Saved | { readonly ok: false; readonly error: AssignFailure };

/** Says that work was given out and offers to take it back; or what stands against it. Answers whether it was saved. */
export function announceAssigned(title: string, assigned: Assigned): boolean {
  if (assigned.ok) return announceSaved(title, assigned);
  showToast({ tone: 'bad', ...assignFailureText(assigned.error) });
  return false;
}

/** What failed, and what to do about it. */
export function assignFailureText(error: AssignFailure): {
  readonly title: string;
  readonly text: string;
} {
  if (!isRefusal(error)) return failureText(error);
  const { code, detail } = error;
  return {
    title: t(`assign.refused.${code}.title`, detail),
    text: t(`assign.refused.${code}.text`, detail),
  };
}

type Refused = Extract<AssignFailure, { readonly code: AssignRefusal }>;

const REFUSALS: ReadonlySet<string> = new Set<AssignRefusal>([
  'member-left',
  'member-unknown',
  'nothing-to-move',
  'needs-circle',
  'too-many',
]);

const isRefusal = (error: AssignFailure): error is Refused => REFUSALS.has(error.code);
