/** Text of a cell, with its escapes resolved: `_x000D_` is a carriage return (ECMA-376 part 1, 22.9.2.19). */
export const cellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
        const char = String.fromCharCode(Number.parseInt(code, 16));
        return char === '\0' ? '' : char;
      })
    : text;

/** Numbers have 15 digits; the rest is how binary fractions end: `0.30000000000000004` is 0.3. */
export function numberText(text: string): string {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? String(Number(value.toPrecision(15))) : text;
}

/** `C5` → 2; null where a cell says no column. */
export function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (const char of reference) {
    const code = char.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
    if (column > 20_000) return null;
  }
  return column === 0 ? null : column - 1;
}
