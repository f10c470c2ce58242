import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

/** A colour token in both themes. */
function pairOf(token: string): { light: string; dark: string } {
  const match = new RegExp(`--color-${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(
    css,
  );
  const [, light, dark] = match ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no colour named ${token}`);
  return { light, dark };
}

/** WCAG 2.2 relative luminance. */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrastOf(a: string, b: string): number {
  const [high = 0, low = 0] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['bg', 'surface', 'raised', 'sunken', 'hover', 'neutral-soft'];
const TEXTS = ['text', 'text-muted', 'text-faint', 'accent', 'good', 'warn', 'bad'];

const readable: [string, string][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...['accent', 'good', 'warn', 'bad'].map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...['accent', 'good', 'warn', 'bad'].flatMap((tone): [string, string][] => [
    ['text', `${tone}-soft`],
    ['text-muted', `${tone}-soft`],
  ]),
  ['accent-text', 'accent'],
  ['accent-text', 'accent-hover'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(readable)('%s reads well on %s', (text, ground) => {
    expect(contrastOf(pairOf(text)[theme], pairOf(ground)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['border-strong', 'warn-mark', 'focus'])('%s stands out from the page', (mark) => {
    for (const ground of ['bg', 'surface', 'raised']) {
      expect(contrastOf(pairOf(mark)[theme], pairOf(ground)[theme])).toBeGreaterThanOrEqual(3);
    }
  });
});
