import type { Suggestion } from '#shared/sops/suggestion';
import { Avatar } from '../../../ui/avatar.tsx';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import css from './publish.module.css';
import { memberName } from './version-words.ts';

interface PublishCreditsProps {
  readonly plan: Plan;
  readonly suggestions: readonly Suggestion[];
}

/** Whose suggestions are in the draft: the version says so, and they hear of it. */
export function PublishCredits({ plan, suggestions }: PublishCreditsProps) {
  if (suggestions.length === 0) return null;
  return (
    <div className={css['credits']}>
      <p className={css['hint']}>{t('sopVersions.publish.credits')}</p>
      <ul>
        {suggestions.map(({ id, memberId, text }) => (
          <li key={id} className={css['credit']}>
            <Avatar name={memberName(plan, memberId)} />
            <span className={css['name']}>{memberName(plan, memberId)}</span>
            <span className={css['said']}>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
