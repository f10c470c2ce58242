/** Where the address of the main window's page says what it was left at. */
const VIEW_PARAMETER = 'view';

/**
 * A page's address that names the view of a route (`insights?period=all`), so that the page can fetch its
 * code before it has asked anything; the address as it is where no view is named.
 */
export function addressAt(page: string, route: string | null): string {
  const view = /^[a-z-]{1,32}(?=$|\?)/.exec(route ?? '')?.[0];
  if (view === undefined) return page;
  return `${page}${page.includes('?') ? '&' : '?'}${VIEW_PARAMETER}=${view}`;
}

/** The view that the query of an address names, whatever it is; null of none. */
export const viewInAddress = (query: string): string | null =>
  new RegExp(`[?&]${VIEW_PARAMETER}=([a-z-]{1,32})(?:&|$)`).exec(query)?.[1] ?? null;
