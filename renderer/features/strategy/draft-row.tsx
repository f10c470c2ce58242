import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { InlineNames } from './inline-names.tsx';
import { LevelIcon } from './level-icon.tsx';
import type { DraftRow as Row } from './tree-rows.ts';
import css from './tree-row.module.css';

interface DraftRowProps {
  readonly row: Row;
  readonly startPx?: number | undefined;
  readonly onAdd: (names: { readonly name: string; readonly why: string }) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** A new line while it is being named: nothing is written before that. */
export function DraftRow({ row, startPx, onAdd, onCancel }: DraftRowProps) {
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const { level } = row.draft;
  return (
    <div
      role="row"
      aria-level={row.depth + 1}
      className={css['row']}
      data-active
      style={{
        '--depth': row.depth,
        ...(startPx !== undefined && { transform: `translateY(${startPx}px)` }),
      }}
    >
      <div role="gridcell" className={css['what']}>
        <span className={css['toggle']} />
        <LevelIcon level={level} />
        <InlineNames
          label={t(`strategy.newNamed.${level}`)}
          name={name}
          why={why}
          onName={setName}
          onWhy={setWhy}
          onSave={async () => await onAdd({ name: name.trim(), why: why.trim() })}
          onCancel={onCancel}
        />
      </div>
    </div>
  );
}
