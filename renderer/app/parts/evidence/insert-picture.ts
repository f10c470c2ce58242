import type { Evidence } from '#shared/evidence/evidence';

/** A text and where the caret stands in it. */
export interface TextAndCaret {
  readonly text: string;
  readonly caret: number;
}

/**
 * Puts a picture into Markdown in place of what is selected, in a paragraph of its own.
 * @param from,to the selection, in UTF-16 units
 */
export function insertPicture(
  text: string,
  from: number,
  to: number,
  file: Evidence,
): TextAndCaret {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const open =
    before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const close =
    after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const head = `${before}${open}![${altOf(file)}](evidence:${file.hash})${close}`;
  return { text: head + after, caret: head.length };
}

/** The file's name without its ending and without what Markdown reads as its own. */
const altOf = ({ name }: Evidence): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[[\]\\<>`*_!]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
