import { describe, expect, it } from 'vitest';
import { escapeHtml, footerHtml } from '../../../electron/windows/print-footer.ts';

describe('the footer of a printed page', () => {
  it('holds what a person typed as text, whatever is in it', () => {
    const html = footerHtml('<img src=x onerror="alert(1)"> & \'co\'');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;');
  });

  it('numbers the pages', () => {
    expect(footerHtml('Refund')).toMatch(/class="pageNumber".*class="totalPages"/);
  });

  it('leaves plain words alone', () => {
    expect(escapeHtml('Refund a customer – v3')).toBe('Refund a customer – v3');
  });
});
