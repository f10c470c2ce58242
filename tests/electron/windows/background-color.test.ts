import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { backgroundColor } from '../../../electron/windows/background-color.ts';

describe('the colour before the page', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('is the %s page’s own background', async (_name, isDark) => {
    const css = await readFile('renderer/ui/tokens.css', 'utf8');
    const declared = [...css.matchAll(/--color-bg:\s*([^;]+);/g)].flatMap(
      (match) => match[1] ?? [],
    );
    expect(declared.join(' ')).toContain(backgroundColor(isDark));
  });
});
