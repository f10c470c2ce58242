import { FileInput } from 'lucide-react';
import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import css from './file-drop.module.css';

interface FileDropProps {
  /** What to drop here: `An invite file from your manager`. */
  readonly label: string;
  readonly hint?: string | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  /** Opens a dialog of its own instead of the browser's. */
  readonly onChoose?: (() => void) | undefined;
  readonly chooseLabel?: string | undefined;
  /** For the browser's own dialog: `.csv,text/csv`. */
  readonly accept?: string | undefined;
  readonly isBusy?: boolean | undefined;
}

export function FileDrop({
  label,
  hint,
  onFiles,
  onChoose,
  chooseLabel,
  accept,
  isBusy = false,
}: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isBusy && event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button inside does by keyboard what a drop does by pointer
    <div
      role="group"
      aria-label={label}
      className={css['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileInput size={20} strokeWidth={1.5} aria-hidden className={css['icon']} />
      <div className={css['words']}>
        <p className={css['label']}>{isOver ? t('ui.dropHere') : label}</p>
        {hint !== undefined && <p className={css['hint']}>{hint}</p>}
      </div>
      <Button isBusy={isBusy} onClick={onChoose ?? (() => input.current?.click())}>
        {chooseLabel ?? t('ui.chooseFile')}
      </Button>
      {onChoose === undefined && (
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={accept}
          aria-label={label}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      )}
    </div>
  );
}
