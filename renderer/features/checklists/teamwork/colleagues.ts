import type { Plan } from '../../../data/plan.ts';
import type { Option } from '../../../ui/select.tsx';

/** The members who are here, but for one; managers too. */
export const colleagueOptions = (plan: Plan, exceptId: string): readonly Option[] =>
  plan.members
    .filter(({ id, isGone }) => !isGone && id !== exceptId)
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title || undefined }));
