import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Suspense, cloneElement, lazy, useRef, useState } from 'react';

export type MenuItem =
  | {
      readonly key: string;
      readonly label: string;
      readonly onSelect: () => void;
      readonly icon?: ReactNode;
      readonly hint?: string | undefined;
      readonly isChecked?: boolean | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly tone?: 'plain' | 'danger' | undefined;
    }
  | { readonly key: string; readonly kind: 'separator' }
  | { readonly key: string; readonly kind: 'heading'; readonly label: string };

interface MenuProps {
  /** A button; it is given its press, keys and expanded state. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end' | undefined;
}

const MenuPopup = lazy(async () => {
  const { MenuPopup } = await import('./menu-popup.tsx');
  return { default: MenuPopup };
});

/** A list of acts behind a button. The list itself is loaded when first opened. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onClick: () => (isOpen ? setIsOpen(false) : open()),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open();
        },
      })}
      {wasOpened && (
        <Suspense>
          <MenuPopup
            isOpen={isOpen}
            onClose={() => setIsOpen(false)}
            anchor={anchor}
            items={items}
            align={align}
          />
        </Suspense>
      )}
    </>
  );
}
