import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Markdown } from '../../../renderer/ui/markdown.tsx';
import { MarkdownBody } from '../../../renderer/ui/markdown-body.tsx';
import { XSS_PAYLOADS } from './xss-payloads.ts';

const hash = 'ab'.repeat(32);
const draw = (each: string, alt: string) => <b data-hash={each}>{alt}</b>;

test('a picture kept by its hash is drawn by whoever shows the text', async () => {
  const { container } = render(
    <Markdown text={`See ![the shelf](evidence:${hash})`} renderPicture={draw} />,
  );
  const picture = await screen.findByText('the shelf');
  expect(picture.dataset['hash']).toBe(hash);
  expect(container.querySelector('img')).toBeNull();
});

test.each([
  `evidence:${hash}0`,
  `evidence:${hash.toUpperCase()}`,
  'evidence:../../secret',
  'https://example.com/a.png',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'blob:app://outlog/1',
])('of a picture at %s only the words are shown', async (url) => {
  const { container } = render(<Markdown text={`**See** ![words](${url})`} renderPicture={draw} />);
  await screen.findByText('See');
  expect(container.querySelector('img, [data-hash]')).toBeNull();
  expect(container.textContent).toContain('words');
});

test('a table is a table, with its columns the way they were set', async () => {
  render(<Markdown text={'| a | b |\n| --- | ---: |\n| 1 | **2** |'} />);
  expect(await screen.findByRole('table')).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((each) => each.textContent)).toEqual(['a', 'b']);
  expect(screen.getByRole('cell', { name: '2' }).dataset['align']).toBe('right');
});

test('hostile texts in cells, footnotes and task lists carry nothing but themselves', () => {
  for (const payload of XSS_PAYLOADS) {
    const line = payload.replaceAll(/[\n|]/g, ' ');
    const text = `| a |\n| :-: |\n| ${line} |\n\n- [x] ${line}\n\nA note[^1]\n\n[^1]: ${line}\n\n![${line}](evidence:${hash})`;
    const { container, unmount } = render(<MarkdownBody text={text} />);
    for (const element of container.querySelectorAll('*')) {
      expect(element.localName, payload).not.toMatch(
        /^(?:script|img|iframe|input|svg|style|object)$/,
      );
      for (const { name } of element.attributes) {
        expect(name, payload).toMatch(/^(?:class|href|title|start|data-align)$/);
      }
    }
    unmount();
  }
});
