import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSopMarkdown, readSopPage } from '#shared/imports/sop-read';
import { forbiddenIn } from './sop-hostile-parts.ts';
import { documentText, linesOf, only, readText } from './sop-support.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const MEGABYTE = 1024 * 1024;
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- a`).join('\n');

/** Processor time: far below what a parser would take that met the whole of it. */
const LIMIT_MS = 8_000;

describe('a document made to be slow', () => {
  it.each([
    ['quotes', '>'.repeat(MEGABYTE), 'sop-too-deep'],
    ['quotes with blanks', '> '.repeat(MEGABYTE / 2), 'sop-too-deep'],
    ['points on one line', '- '.repeat(MEGABYTE / 2), 'sop-too-deep'],
    ['open brackets', '['.repeat(MEGABYTE), 'sop-too-tangled'],
    ['open brackets, one a line', '[\n'.repeat(9_000), 'sop-too-tangled'],
    ['stars', '*a '.repeat(MEGABYTE / 3), 'sop-too-tangled'],
    ['stars and lines', '*a_b'.repeat(MEGABYTE / 4), 'sop-too-tangled'],
    ['code marks', '`a``b'.repeat(MEGABYTE / 5), 'sop-too-tangled'],
    ['open tags', '<a '.repeat(MEGABYTE / 3), 'sop-too-tangled'],
    ['lists within lists', nested(2_000), 'sop-too-large'],
    ['lists within lists, below a megabyte', nested(900), 'sop-too-deep'],
    ['10,000 lists within one another on one line', '- '.repeat(10_000), 'sop-too-deep'],
    ['more than a megabyte', 'word '.repeat(MEGABYTE / 4), 'sop-too-large'],
    ['more lines than anybody reads', 'a\n\n'.repeat(15_000), 'sop-too-large'],
    ['nothing', ' \n \n', 'sop-empty'],
  ])('answers at once to %s', (_, text, code) => {
    const tookMs = cpuMsOf(() => {
      const read = readSopMarkdown(text, 'bomb.md');
      expect(read).toMatchObject({ ok: false, error: { code } });
    });
    expect(tookMs).toBeLessThan(LIMIT_MS / 4);
  });

  it('names the line where it is too much', () => {
    const text = `# Fine\n\n1. Fine\n\n${'['.repeat(5_000)}`;
    expect(readSopMarkdown(text, 'x.md')).toMatchObject({
      ok: false,
      error: { detail: { line: 5 } },
    });
  });

  it.each([
    ['2,900 open brackets', '['.repeat(2_900)],
    ['lists 190 deep', nested(190)],
    ['a table of 5,000 rows', `| a | b |\n| - | - |\n${'| x | y |\n'.repeat(5_000)}`],
    ['5,000 points', '1. a b\n'.repeat(5_000)],
    ['2,900 stars that open', '*a '.repeat(2_900)],
    ['60 quotes', `${'>'.repeat(60)} a`],
    ['one long word', 'a'.repeat(MEGABYTE)],
  ])('is read below the limits: %s', (_, text) => {
    const tookMs = cpuMsOf(() => expect(readSopMarkdown(text, 'x.md').ok).toBe(true));
    expect(tookMs).toBeLessThan(LIMIT_MS);
  });

  it('leaves steps out above two thousand, and says which', () => {
    const reading = readText('1. a b\n'.repeat(2_005));
    expect(only(reading).groups[0]?.steps).toHaveLength(2_000);
    expect(linesOf(reading, 'steps-left-out')).toEqual([2001, 2002, 2003, 2004, 2005]);
  });

  it('ends references that multiply in front matter', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, index) => {
        const before = String.fromCharCode(97 + index);
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
      })
      .join('\n')}`;
    const tookMs = cpuMsOf(() => {
      const reading = readText(`---\n${bomb}\n---\n\n1. Look at it\n`);
      expect(linesOf(reading, 'front-matter-unread')).toEqual([1]);
      expect(only(reading).groups[0]?.steps[0]?.title).toBe('Look at it');
    });
    expect(tookMs).toBeLessThan(LIMIT_MS / 4);
  });
});

describe('a page made to be slow', () => {
  it.each([
    ['elements within one another', '<div>'.repeat(100_000), 'sop-too-deep'],
    ['bold within bold', '<b>'.repeat(100_000), 'sop-too-deep'],
    ['more than four megabytes', 'x'.repeat(4 * MEGABYTE + 1), 'sop-too-large'],
  ])('answers at once to %s', (_, html, code) => {
    const tookMs = cpuMsOf(() =>
      expect(readSopPage(html, 'x.html')).toMatchObject({ ok: false, error: { code } }),
    );
    expect(tookMs).toBeLessThan(LIMIT_MS / 4);
  });

  it('is read where it is only long', () => {
    const tookMs = cpuMsOf(() =>
      expect(readSopPage('<p>a<p>b'.repeat(5_000), 'x.html').ok).toBe(true),
    );
    expect(tookMs).toBeLessThan(LIMIT_MS);
  });
});

const NAMES = [
  'node-security-release.md',
  'node-streaming.md',
  'pyenv-bug-report.md',
  'dotenv-es.md',
];
const TEXTS = NAMES.map(documentText);

/** Real documents, cut and joined at any place, with marks thrown in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(400),
        fc.constantFrom(
          '',
          '```\n',
          '<div>',
          '</details>',
          '> ',
          '- [ ] ',
          '---\n',
          '\n\n',
          '[a]: https://a.example\n',
          '<script>alert(1)</script>',
          '|',
          '\u0000',
          '\r',
          '# ',
        ),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, inserted]) => {
      const place = Math.floor(at * now.length);
      return now.slice(0, place) + inserted + now.slice(place + length);
    }, text),
  );

describe('any text', () => {
  it('is read or refused, never a crash, and never holds a script or a picture from elsewhere', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '#',
            ' ',
            '\n',
            '-',
            '1.',
            '[ ]',
            '*',
            '_',
            '`',
            '>',
            '<b>',
            '<!--',
            '|',
            '![a](b)',
            '[a](javascript:b)',
            '---\n',
            '\t',
            '&#x0;',
            'word',
            '\\',
            '[^1]',
          ),
          { maxLength: 80 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        check(readSopMarkdown(text, 'x.md'));
        check(readSopPage(text, 'x.html'));
      }),
      { numRuns: 300 },
    );
  });

  it('is read where a real document was damaged', () => {
    fc.assert(
      fc.property(mutated, (text) => check(readSopMarkdown(text, 'x.md'))),
      { numRuns: 40 },
    );
  });
});

function check(read: ReturnType<typeof readSopMarkdown>): void {
  if (!read.ok) {
    expect(read.error.code).toMatch(/^sop-/);
    return;
  }
  for (const { groups } of read.value.sops) {
    for (const step of groups.flatMap(({ steps }) => steps)) {
      expect(step.title.trim()).not.toBe('');
      expect(forbiddenIn(step.how)).toEqual([]);
    }
  }
}
