export type DecimalMark = '.' | ',';

const MAX_CHARS = 40;

/**
 * A number as people write it: grouped (`1,204`, `1 204`, `1'204`), with a currency (`€ 12.50`, `USD 3`),
 * in parentheses where negative. Null where the text is none, percentages included.
 */
export function readNumber(text: string, decimal: DecimalMark): number | null {
  const body = text.trim();
  if (body === '' || body.length > MAX_CHARS) return null;
  const isBracketed = body.startsWith('(') && body.endsWith(')');
  const bare = withoutCurrency(isBracketed ? body.slice(1, -1) : body);
  const isNegative = isBracketed || /^[-\u2212]/.test(bare);
  const digits = bare.replace(/^[-+\u2212]\s*/, '');
  const group = decimal === '.' ? ',' : '.';
  if (!isGrouped(digits, decimal, group)) return null;
  const plain = digits
    .replace(/[\s'\u2019]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  return isNegative && value !== 0 ? -value : value;
}

const withoutCurrency = (text: string): string =>
  text
    .replace(/^([-+\u2212]?)\s*(?:\p{Sc}|[A-Z]{2,3}\p{Sc}?|R\$|Rp)\s*/u, '$1')
    .replace(/\s*(?:\p{Sc}|[A-Z]{3})$/u, '')
    .trim();

/** Digits, at most one decimal mark, and groups of three (or of two, in India) before it. */
function isGrouped(text: string, decimal: DecimalMark, group: string): boolean {
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0) return false;
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return false;
  if (whole === '') return fraction !== undefined && fraction !== '';
  const parts = whole.split(new RegExp(`[${group}\\s'\u2019]`, 'u'));
  return parts.every((part, index) => {
    if (!/^\d+$/.test(part)) return false;
    if (index === 0) return true;
    return part.length === 3 || (part.length === 2 && index < parts.length - 1);
  });
}

/** The decimal mark that a column's values show; a point where they show none. */
export function detectDecimal(values: Iterable<string>): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const value of values) {
    const text = value.trim();
    if (text.length > MAX_CHARS) continue;
    const comma = text.lastIndexOf(',');
    const point = text.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      if (comma > point) commas += 1;
      else points += 1;
    } else if (comma >= 0 && isDecimalTail(text, comma, ',')) commas += 1;
    else if (point >= 0 && isDecimalTail(text, point, '.')) points += 1;
  }
  return commas > points ? ',' : '.';
}

/** `12,5` says decimal; `1,204` and `1,204,000` do not. */
function isDecimalTail(text: string, at: number, mark: string): boolean {
  const tail = /^\d*/.exec(text.slice(at + 1))?.[0] ?? '';
  return tail.length !== 3 && tail.length > 0 && text.indexOf(mark) === at;
}
