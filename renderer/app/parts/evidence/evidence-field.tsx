import { Paperclip, X } from 'lucide-react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import type { Audience } from '#shared/stream/change';
import { formatSize } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import css from './evidence-field.module.css';
import { EvidenceThumb } from './evidence-thumb.tsx';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { nameOf } from './evidence-words.ts';
import { useEvidence } from './use-evidence.ts';

interface EvidenceFieldProps {
  readonly value: readonly Evidence[];
  /** Who may read what is attached here. */
  readonly audience: Audience;
  readonly isReadOnly?: boolean | undefined;
  /** What the files are for; read out, not drawn. */
  readonly label?: string | undefined;
  readonly onChange: (value: readonly Evidence[]) => void;
}

/** The files of one answer: dropped, pasted or chosen, looked at, removed. */
export function EvidenceField({
  value,
  audience,
  isReadOnly = false,
  label = t('evidence.field'),
  onChange,
}: EvidenceFieldProps) {
  const { refusals, progress, isBusy, choose, take, remove } = useEvidence(
    value,
    audience,
    onChange,
  );
  const [shownAt, setShownAt] = useState<number | null>(null);
  const [isOver, setIsOver] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hintId = useId();

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  const removeByKey = (file: Evidence) => {
    remove(file);
    button.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button inside does by keyboard what a drop does by pointer
    <div
      role="group"
      aria-label={label}
      className={css['field']}
      data-over={isOver || undefined}
      {...(!isReadOnly && {
        onPaste: paste,
        onDrop: drop,
        onDragLeave: () => setIsOver(false),
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setIsOver(event.dataTransfer.types.includes('Files'));
        },
      })}
    >
      {value.length > 0 && (
        <ul className={css['files']}>
          {value.map((file, i) => (
            <li key={file.hash} className={css['file']}>
              <EvidenceThumb
                file={file}
                onOpen={() => setShownAt(i)}
                onKeyDown={(event) => {
                  if (!isReadOnly && event.key === 'Delete') removeByKey(file);
                }}
              />
              {!isReadOnly && (
                <span className={css['remove']}>
                  <IconButton
                    size="sm"
                    label={t('evidence.remove', { name: nameOf(file) })}
                    icon={<X aria-hidden />}
                    onClick={() => removeByKey(file)}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly && value.length === 0 && <p className={css['hint']}>{t('evidence.none')}</p>}
      {!isReadOnly && (
        <div className={css['attach']}>
          <Button
            ref={button}
            icon={<Paperclip size={15} aria-hidden />}
            isBusy={isBusy}
            aria-describedby={hintId}
            onClick={choose}
          >
            {t('evidence.attach')}
          </Button>
          <p id={hintId} className={css['hint']} aria-live="polite">
            {isOver
              ? t('evidence.dropHere')
              : progress
                ? t(progress.count > 1 ? 'evidence.attachingSome' : 'evidence.attaching', {
                    ...progress,
                  })
                : t('evidence.hint', { size: formatSize(MAX_EVIDENCE_BYTES) })}
          </p>
        </div>
      )}
      {refusals.length > 0 && (
        <ul className={css['refusals']} role="alert">
          {refusals.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              <strong>{t('evidence.refused', { name })}.</strong> {text}
            </li>
          ))}
        </ul>
      )}
      <EvidenceViewer files={value} at={shownAt} onShow={setShownAt} />
    </div>
  );
}
