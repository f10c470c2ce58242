import { ENCODINGS } from '#shared/imports/decode-text';
import type { Encoding } from '#shared/imports/decode-text';
import { DELIMITERS } from '#shared/imports/detect-dialect';
import type { ReadChoices } from '#shared/imports/table';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { flowFailureText } from './failure-words.ts';
import type { FlowFailure, OpenTable } from './import-flow.ts';
import { readAgain } from './open-table.ts';
import css from './reading-panel.module.css';

/** How the bytes were read; each guess can be overruled. */
export function ReadingPanel({ table }: { readonly table: OpenTable }) {
  const { outline } = table;
  const [failure, setFailure] = useState<FlowFailure | null>(null);
  const reread = async (choices: ReadChoices) => setFailure(await readAgain(choices));
  const words = failure && flowFailureText(failure);
  return (
    <Panel title={t('import.read.title')}>
      <div className={css['reading']}>
        {outline.kind === 'workbook' && (
          <Select
            label={t('import.read.sheet')}
            value={String(outline.sheet)}
            onChange={(sheet) => void reread({ sheet: Number(sheet) })}
            options={outline.sheetNames.map((name, index) => ({
              value: String(index),
              label: name,
            }))}
          />
        )}
        {outline.kind === 'text' && (
          <>
            <Select<Encoding>
              label={t('import.read.encoding')}
              value={outline.encoding}
              onChange={(encoding) => void reread({ encoding })}
              options={ENCODINGS.map((value) => ({
                value,
                label: t(`import.read.encodingName.${value}`),
              }))}
            />
            <Select
              label={t('import.read.separator')}
              value={outline.dialect.delimiter}
              onChange={(delimiter) => void reread({ delimiter })}
              options={separators(outline.dialect.delimiter)}
            />
          </>
        )}
        <Select
          label={t('import.read.header')}
          value={outline.headerLine === null ? 'no' : 'yes'}
          onChange={(choice) => void reread({ hasHeader: choice === 'yes' })}
          options={[
            { value: 'yes', label: t('import.read.headerYes') },
            { value: 'no', label: t('import.read.headerNo') },
          ]}
        />
      </div>
      {outline.isEncodingGuessed && (
        <p className={css['guess']}>
          {t('import.read.guessed', { words: outline.tellingWords.join(', ') })}
        </p>
      )}
      {words && (
        <Callout tone="bad" title={words.title}>
          {words.text}
        </Callout>
      )}
    </Panel>
  );
}

function separators(current: string): readonly { value: string; label: string }[] {
  const known = DELIMITERS.map((value) => ({
    value: value as string,
    label: t(`import.read.separatorName.${SEPARATOR_NAMES[value]}`),
  }));
  return known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: t('import.read.otherSeparator', { text: current }) }];
}

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
