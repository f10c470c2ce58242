import { CopyTextButton } from '../../../app/parts/copy-text-button.tsx';
import { t } from '../../../i18n/text.ts';
import css from './invite.module.css';

/** What to tell whoever is invited, ready to be sent. */
export function Message({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <section className={css['message']} aria-label={t('team.tell.title', { name })}>
      <header className={css['messageHead']}>
        <h3 className={css['messageTitle']}>{t('team.tell.title', { name })}</h3>
        <CopyTextButton size="sm" label={t('team.tell.copy')} text={text} />
      </header>
      <p className={css['words']}>{text}</p>
    </section>
  );
}
