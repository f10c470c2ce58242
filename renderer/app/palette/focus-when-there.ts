const LONGEST_MS = 3_000;

/** Focuses the first element that a selector finds on the screen behind, as soon as it is drawn. */
export function focusWhenThere(selector: string): void {
  const content = document.querySelector('#content');
  if (!content) return;
  const find = (): boolean => {
    const found = content.querySelector<HTMLElement>(selector);
    found?.focus();
    return found !== null;
  };
  const watching = new MutationObserver(() => {
    if (find()) watching.disconnect();
  });
  watching.observe(content, { childList: true, subtree: true });
  // What is not there by then will not come.
  setTimeout(() => watching.disconnect(), LONGEST_MS);
}
