import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { useRef } from 'react';
import type { MenuItem } from './menu.tsx';
import popup from './popup.module.css';

interface MenuPopupProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly items: readonly MenuItem[];
  readonly align: 'start' | 'end';
}

export function MenuPopup({ isOpen, onClose, anchor, items, align }: MenuPopupProps) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open, details) => {
        // A press on the button closes by itself; closing here too would open the menu again.
        const isOnButton =
          details.event.target instanceof Node && anchor.current?.contains(details.event.target);
        if (!open && !isOnButton) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          className={popup['positioner']}
          anchor={anchor}
          sideOffset={4}
          align={align}
        >
          <Base.Popup
            ref={list}
            className={popup['popup']}
            // An act may have moved the focus to what it made: it stays there.
            finalFocus={() => (isFocusIn(list.current) ? anchor.current : false)}
          >
            {items.map((item) => (
              <Row key={item.key} item={item} onClose={onClose} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** In a part of the page, or nowhere. */
const isFocusIn = (part: HTMLElement | null): boolean =>
  document.activeElement === document.body || part?.contains(document.activeElement) === true;

function Row({ item, onClose }: { readonly item: MenuItem; readonly onClose: () => void }) {
  if ('kind' in item) {
    return item.kind === 'separator' ? (
      <Base.Separator className={popup['separator']} />
    ) : (
      <div className={popup['heading']} role="presentation">
        {item.label}
      </div>
    );
  }
  const mark = item.isChecked === true ? <Check aria-hidden /> : item.icon;
  const select = () => {
    onClose();
    item.onSelect();
  };
  return (
    <Base.Item
      className={popup['item']}
      data-tone={item.tone}
      disabled={item.isDisabled ?? false}
      onClick={select}
    >
      <span className={popup['mark']}>{mark}</span>
      <span className={popup['text']}>{item.label}</span>
      {item.hint !== undefined && <span className={popup['hint']}>{item.hint}</span>}
    </Base.Item>
  );
}
