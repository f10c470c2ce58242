import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Markdown } from '../../../renderer/ui/markdown.tsx';

test('a link is handed over and nothing opens by itself', async () => {
  const user = userEvent.setup();
  const onLink = vi.fn<(url: string) => void>();
  render(<Markdown text="See the [guide](https://example.com/guide)" onLink={onLink} />);
  await user.click(await screen.findByRole('link', { name: 'guide' }));
  expect(onLink).toHaveBeenCalledExactlyOnceWith('https://example.com/guide');
});

test.each(['javascript:alert(1)', 'http://example.com', 'file:///etc/passwd', 'data:text/html,x'])(
  '%s is text and no link',
  async (url) => {
    render(<Markdown text={`**Open** [this](${url})`} onLink={() => undefined} />);
    await screen.findByText('Open', { selector: 'strong' });
    expect(screen.queryByRole('link')).toBeNull();
  },
);

test('raw HTML stays text, pictures are left out', async () => {
  const { container } = render(
    <Markdown
      text={
        '**Step** <script>alert(1)</script> <img src=x onerror=alert(1)> ![p](https://e.com/p.png)'
      }
    />,
  );
  await screen.findByText('Step', { selector: 'strong' });
  expect(container.querySelector('script, img')).toBeNull();
  expect(container.textContent).toContain('<script>');
});
