import { ImagePlus } from 'lucide-react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { isPicture } from '#shared/evidence/media-type';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import type { EvidenceResult } from '../../../services/evidence.ts';
import { attachFiles, chooseEvidence } from '../../../services/evidence.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { nameOf, refusalText } from './evidence-words.ts';
import css from './how-field.module.css';
import { insertPicture } from './insert-picture.ts';

interface HowFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** A step's text. Pictures that are pasted, dropped or chosen go in where the caret is; the whole team may see them. */
export function HowField({ value, onChange, description, ...field }: HowFieldProps) {
  const control = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  }, [value, onChange]);

  async function put(attaching: Promise<EvidenceResult>): Promise<void> {
    setIsBusy(true);
    const result = await attaching.finally(() => setIsBusy(false));
    if (!result.ok) {
      if (result.error.code !== 'cancelled') announceFailure(result.error);
      return;
    }
    const { added, refused } = result.value;
    for (const { name, failure } of refused) {
      showToast({
        tone: 'bad',
        title: t('evidence.refused', { name }),
        text: refusalText(failure),
      });
    }
    for (const file of added) {
      if (isPicture(file.mediaType)) insert(file);
      else showToast({ tone: 'bad', title: t('evidence.picture.notOne', { name: nameOf(file) }) });
    }
  }

  function insert(file: Evidence): void {
    const element = control.current;
    const { length } = latest.current.value;
    const from = Math.min(element?.selectionStart ?? length, length);
    const to = Math.min(element?.selectionEnd ?? length, length);
    const { text, caret } = insertPicture(latest.current.value, from, to, file);
    latest.current = { ...latest.current, value: text };
    latest.current.onChange(text);
    // After the field has taken the text: before that, the caret would be put at its end.
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(caret, caret);
    });
  }

  const take = (event: ClipboardEvent | DragEvent, files: readonly File[]) => {
    if (files.length === 0) return;
    event.preventDefault();
    void put(attachFiles('team', files));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does by keyboard what a drop does by pointer
    <div
      className={css['how']}
      onPaste={(event) => take(event, [...event.clipboardData.files])}
      onDrop={(event) => take(event, [...event.dataTransfer.files])}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
    >
      <TextField
        {...field}
        multiline
        ref={control}
        value={value}
        onChange={onChange}
        description={[description, t('evidence.picture.hint')].filter(Boolean).join(' ')}
      />
      <Button
        size="sm"
        variant="quiet"
        className={css['insert'] ?? ''}
        icon={<ImagePlus size={14} aria-hidden />}
        isBusy={isBusy}
        onClick={() => void put(chooseEvidence('team'))}
      >
        {t('evidence.picture.insert')}
      </Button>
    </div>
  );
}
