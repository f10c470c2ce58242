import { fireEvent, render } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { MarkdownBody } from '../../../renderer/ui/markdown-body.tsx';
import { XSS_PAYLOADS } from './xss-payloads.ts';

/** The only elements and attributes that text may become. */
const ELEMENTS = /^(?:p|strong|em|code|pre|ul|ol|li|a|blockquote|h[1-4]|hr|br|span|div)$/;
const ATTRIBUTES = /^(?:class|href|title|start)$/;

beforeAll(() => {
  expect(new Set(XSS_PAYLOADS).size).toBeGreaterThanOrEqual(200);
});

test('200 hostile texts become harmless elements, with and without what they hide in', () => {
  for (const payload of XSS_PAYLOADS) {
    for (const text of [payload, `Step one. ${payload} Then go on.`, `- a\n- ${payload}`]) {
      const { container, unmount } = render(<MarkdownBody text={text} onLink={() => undefined} />);
      for (const element of container.querySelectorAll('*')) {
        expect(element.localName, payload).toMatch(ELEMENTS);
        for (const { name } of element.attributes) expect(name, payload).toMatch(ATTRIBUTES);
        const href = element.getAttribute('href');
        if (href !== null) expect(href, payload).toMatch(/^https:\/\//);
      }
      unmount();
    }
  }
});

test('pressing everything in them opens nothing but https, and that by asking', () => {
  const onLink = vi.fn<(url: string) => void>();
  for (const payload of XSS_PAYLOADS) {
    const { container, unmount } = render(<MarkdownBody text={payload} onLink={onLink} />);
    for (const element of container.querySelectorAll('*')) {
      const wasLetThrough = fireEvent.click(element);
      if (element.closest('a') !== null) expect(wasLetThrough, payload).toBe(false);
    }
    unmount();
  }
  for (const [url] of onLink.mock.calls) expect(url).toMatch(/^https:\/\//);
});
