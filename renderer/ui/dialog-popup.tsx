import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { t } from '../i18n/text.ts';
import css from './dialog.module.css';
import type { DialogProps } from './dialog.tsx';

export function DialogPopup({
  isOpen,
  onClose,
  title,
  description,
  footer,
  size = 'md',
  initialFocus,
  children,
}: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={css['backdrop']} />
        <Base.Viewport className={css['viewport']}>
          <Base.Popup
            className={css['popup']}
            data-size={size}
            {...(initialFocus !== undefined && { initialFocus })}
          >
            <header className={css['header']}>
              <Base.Title className={css['title']}>{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className={css['description']}>{description}</Base.Description>
              )}
            </header>
            {children !== undefined && <div className={css['body']}>{children}</div>}
            {footer !== undefined && <footer className={css['footer']}>{footer}</footer>}
            {/* Last in the order of Tab: the first field is what a person came for. */}
            <Base.Close className={css['close']} aria-label={t('ui.close')}>
              <X size={16} aria-hidden />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
