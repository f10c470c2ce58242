import type { Seat } from '#shared/plan/member';
import { FIRST_STEPS_VIEW, firstStepsMark, useSeen } from '../../app/hints/seen-names.ts';
import { t } from '../../i18n/text.ts';
import { forgetSeen } from '../../services/hints.ts';
import { go } from '../../state/route.ts';
import { openShortcuts } from '../../state/screen.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { articleGroups, idOf } from './articles.ts';
import css from './help-home.module.css';
import { openArticle } from './open-article.ts';

/** What the help begins with: what one may want to do, and the ways to more. */
export function HelpHome({ seat }: { readonly seat: Seat }) {
  const mark = firstStepsMark(useSession(({ workspace }) => workspace?.id ?? ''));
  const areStepsAway = useSeen(mark);
  const tasks = articleGroups(seat)[0]?.articles ?? [];
  return (
    <div className={css['home']}>
      <h2 className={css['title']}>{t('help.home.title')}</h2>
      <ul className={css['tasks']}>
        {tasks.map((article) => (
          <li key={idOf(article)}>
            <button
              type="button"
              className={css['task']}
              onClick={() => openArticle(idOf(article))}
            >
              <span className={css['name']}>{t(`${article.words}.title`)}</span>
              <span className={css['text']}>{t(`${article.words}.text`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={css['text']}>{t('help.home.screen')}</p>
      <div className={css['more']}>
        <Button shortcut="?" onClick={openShortcuts}>
          {t('help.home.keys')}
        </Button>
        {areStepsAway && (
          <Button
            onClick={() => {
              void forgetSeen((each) => each === mark);
              go(FIRST_STEPS_VIEW[seat]);
            }}
          >
            {t('help.home.firstSteps')}
          </Button>
        )}
      </div>
    </div>
  );
}
