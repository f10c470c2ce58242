import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { change } from './acts.ts';
import type { IntentNode } from './acts.ts';
import { InlineNames } from './inline-names.tsx';

interface NameEditorProps {
  readonly node: IntentNode;
  readonly onDone: () => void;
}

/** The name and the why of a line, edited where they stand. */
export function NameEditor({ node, onDone }: NameEditorProps) {
  const { item } = node;
  const [name, setName] = useState(item.name);
  const [why, setWhy] = useState(item.why);
  const save = async () => {
    const fields = {
      ...(name.trim() !== item.name && { name: name.trim() }),
      ...(why.trim() !== item.why && { why: why.trim() }),
    };
    const isSaved = Object.keys(fields).length === 0 || (await change(node, fields));
    if (isSaved) onDone();
    return isSaved;
  };
  return (
    <InlineNames
      label={t('strategy.rename', { name: item.name })}
      name={name}
      why={why}
      onName={setName}
      onWhy={setWhy}
      onSave={save}
      onCancel={onDone}
    />
  );
}
