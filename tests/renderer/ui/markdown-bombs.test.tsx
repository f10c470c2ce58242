import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Markdown } from '../../../renderer/ui/markdown.tsx';
import { isTooDeep } from '../../../renderer/ui/markdown-depth.ts';

/** As long as a step's text may be. */
const LENGTH = 12_000;
const filled = (piece: string): string => piece.repeat(LENGTH / piece.length + 1).slice(0, LENGTH);

test.each(['>', '> ', '1. ', '- ', '>- ', '> 1) ', '\t* '])(
  'text that nests %j thousands of times is shown as it was typed, at once',
  (piece) => {
    const text = `Step one.\n\n${filled(piece)}x`;
    const { container } = render(<Markdown text={text} />);
    expect(container.querySelector('p')?.textContent).toBe(text);
    expect(screen.getByText(/Shown as it was typed/)).toBeTruthy();
  },
);

test.each(['[', '![', '*a', '`', '|', '<', '&', '~~a', '[^a', '[a](', 'www.', '\\'])(
  'text that repeats %j is laid out, and what it says is there',
  async (piece) => {
    const text = `**Begin** ${filled(piece)}`;
    render(<Markdown text={text} />);
    expect(await screen.findByText('Begin', { selector: 'strong' })).toBeTruthy();
  },
);

test('ordinary nesting is not too deep', () => {
  const list = Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n');
  expect(isTooDeep(list)).toBe(false);
  expect(isTooDeep('> > > quoted three times\n1. - [ ] one')).toBe(false);
  expect(isTooDeep('- - - - - - - - - - - - - - - - - - - - - - - - - - - -')).toBe(true);
});
