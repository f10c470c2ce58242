import type { Member, Seat } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import type { Option } from '../../../ui/select.tsx';

/** To whom a person can give work: a manager to everybody who is here, an assistant to themselves. */
export const receiversOf = (plan: Plan, seat: Seat, memberId: string): readonly Member[] =>
  plan.members.filter(({ id, isGone }) => !isGone && (seat === 'manager' || id === memberId));

/** Who it must be where there is no choice; empty where there is. */
export function onlyReceiver(plan: Plan, seat: Seat, memberId: string): string {
  const members = receiversOf(plan, seat, memberId);
  return members.length === 1 ? (members[0]?.id ?? '') : '';
}

export const memberOptions = (members: readonly Member[]): readonly Option[] =>
  members.map(({ id, name, title }) => ({ value: id, label: name, hint: title || undefined }));

/** Outcomes that work can be given out for: a member's own first, the others marked. */
export function outcomeOptions(plan: Plan, memberId: string): readonly Option[] {
  const active = plan.outcomes.filter(({ isArchived }) => !isArchived);
  const isOwn = (id: string): boolean =>
    plan.outcomeById.get(id)?.memberIds.includes(memberId) ?? false;
  const others = active.filter(({ id }) => !isOwn(id));
  return [
    ...active.filter(({ id }) => isOwn(id)).map(({ id, name }) => ({ value: id, label: name })),
    ...others.map(({ id, name }) => ({
      value: id,
      label: name,
      hint: memberId === '' ? undefined : t('assign.form.notTheirs'),
    })),
  ];
}

/** The outcome of somebody who works on one alone; empty where they have several. */
export function onlyOutcome(plan: Plan, memberId: string): string {
  const own = plan.outcomes.filter(
    (outcome) => !outcome.isArchived && outcome.memberIds.includes(memberId),
  );
  return own.length === 1 ? (own[0]?.id ?? '') : '';
}

export const clientOptions = (plan: Plan): readonly Option[] =>
  plan.clients.map(({ name }) => ({ value: name, label: name }));
