import '../../../i18n/view-words.ts';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { TranslateDialog, type Translated } from './translate-dialog.tsx';

/** Opens what a record of the plan says in other languages. */
export function TranslateButton({ item }: { readonly item: Translated }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={<Languages size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('translations.open')}
      </Button>
      {isOpen && <TranslateDialog item={item} onClose={() => setIsOpen(false)} />}
    </>
  );
}
