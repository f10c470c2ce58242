import type { Member } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';

/** Who is there to choose; somebody who left only where they are still named, so that it is seen. */
export const personOptions = (members: readonly Member[], namedId: string): readonly Option[] =>
  members
    .filter((member) => !member.isGone || member.id === namedId)
    .map(({ id, name, title, isGone }) => ({
      value: id,
      label: isGone ? t('outcomes.left', { name }) : name,
      hint: title || undefined,
    }));
