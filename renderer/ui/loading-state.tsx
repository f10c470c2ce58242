import { t } from '../i18n/text.ts';
import css from './state.module.css';

/** Shown only when loading takes longer than a blink: a flash of it would be worse than nothing. */
export function LoadingState({ label }: { readonly label?: string | undefined }) {
  return (
    <div className={css['loading']} role="status">
      <span className={css['dots']} aria-hidden />
      {label ?? t('ui.loading')}
    </div>
  );
}
