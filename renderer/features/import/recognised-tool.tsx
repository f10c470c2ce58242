import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { OpenTable } from './import-flow.ts';
import { readAgain } from './open-table.ts';

/** Says whose export a table was taken for, and lets a person say that it is any table. */
export function RecognisedTool({ table }: { readonly table: OpenTable }) {
  const { outline, choices, plainTool } = table;
  const known = outline.tool ?? plainTool;
  if (!known) return null;
  const tool = t(`import.tool.name.${known}`);
  const isPlain = choices.isPlain ?? false;
  return (
    <Callout
      title={isPlain ? t('import.tool.plainTitle') : t('import.tool.title', { tool })}
      action={
        // A board as JSON is no table that could be read another way.
        outline.kind !== 'board' && (
          <Button size="sm" onClick={() => void readAgain({ isPlain: !isPlain })}>
            {isPlain ? t('import.tool.known', { tool }) : t('import.tool.plain')}
          </Button>
        )
      }
    >
      {isPlain ? t('import.tool.plainText', { tool }) : t('import.tool.text')}
    </Callout>
  );
}
