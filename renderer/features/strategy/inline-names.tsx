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
  /** Enter, or the focus goes elsewhere; never without a name. Answers whether it was saved. */
  readonly onSave: () => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Two fields in one line of the tree: Enter keeps, Escape gives up, Tab goes on to the why. */
export function InlineNames(props: InlineNamesProps) {
  const { label, name, why, onName, onWhy, onSave, onCancel } = props;
  const first = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => first.current?.select(), []);
  // Kept or given up once: the focus that leaves for the tree afterwards asks for nothing more.
  const isOver = useRef(false);
  const save = async () => {
    isOver.current = true;
    isOver.current = await onSave();
  };
  const cancel = () => {
    isOver.current = true;
    onCancel();
  };
  const keep = () => {
    if (isOver.current) return;
    if (name.trim() === '') {
      setIsMissing(true);
      first.current?.focus();
    } else void save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    }
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (isOver.current || event.currentTarget.contains(event.relatedTarget)) return;
    if (name.trim() === '') cancel();
    else void save();
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
