const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Chromium draws a footer from HTML: what a person typed goes in as text alone. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? '');

/** What the page is on the left, the number of the page and of all pages on the right. */
export const footerHtml = (text: string): string =>
  '<div style="display:flex;justify-content:space-between;gap:24px;width:100%;padding:0 0.6in 0 0.75in;' +
  'font:8px sans-serif;color:#555">' +
  `<span style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${escapeHtml(text)}</span>` +
  '<span style="flex:none"><span class="pageNumber"></span> / <span class="totalPages"></span></span>' +
  '</div>';
