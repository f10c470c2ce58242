import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { backgroundColor } from '../../../electron/windows/background-color.ts';

describe('the colour before the page', () => {
  it('is the page’s own background in both themes', async () => {
    const css = await readFile('renderer/ui/tokens.css', 'utf8');
    const [, light, dark] = /--color-bg:\s*light-dark\((#\w+), (#\w+)\)/.exec(css) ?? [];
    expect([backgroundColor(false), backgroundColor(true)]).toEqual([light, dark]);
  });
});
