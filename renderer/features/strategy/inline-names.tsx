import type { FocusEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/text.ts';
import css from './inline-names.module.css';

interface InlineNamesProps {
  /** What is being named. */
  readonly label: string;
  readonly name: string;
  readonly why: string;
  readonly onName: (name: string) => void;
  readonly onWhy: (why: string) => void;
  /** Enter, or the focus goes elsewhere. Never without a name. */
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Two fields in one line of the tree: Enter keeps, Escape gives up, Tab goes on to the why. */
export function InlineNames(props: InlineNamesProps) {
  const { label, name, why, onName, onWhy, onSave, onCancel } = props;
  const first = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => first.current?.select(), []);
  const keep = () => {
    if (name.trim() === '') {
      setIsMissing(true);
      first.current?.focus();
    } else onSave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    }
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    if (name.trim() === '') onCancel();
    else onSave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields within take the keys
    <div
      className={css['names']}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        ref={first}
        autoFocus
        className={css['name']}
        aria-label={label}
        aria-invalid={isMissing || undefined}
        placeholder={isMissing ? t('strategy.problem.name-missing') : t('strategy.field.name')}
        value={name}
        onChange={(event) => {
          setIsMissing(false);
          onName(event.target.value);
        }}
      />
      <input
        className={css['why']}
        aria-label={t('strategy.field.why')}
        placeholder={t('strategy.whyPlaceholder')}
        value={why}
        onChange={(event) => onWhy(event.target.value)}
      />
      {isMissing && (
        <span role="alert" className={css['unseen']}>
          {t('strategy.problem.name-missing')}
        </span>
      )}
    </div>
  );
}
