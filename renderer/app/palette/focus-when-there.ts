const LONGEST_MS = 3_000;

/**
 * Focuses what is read out by a name on the screen behind, as soon as it is drawn. What is called so already
 * belongs to the screen that is being left.
 */
export function focusWhenThere(label: string): void {
  const content = document.querySelector('#content');
  if (!content) return;
  const named = (): readonly HTMLElement[] =>
    [...content.querySelectorAll<HTMLElement>('[aria-label]')].filter(
      (element) => element.getAttribute('aria-label') === label,
    );
  const left = new Set(named());
  const find = (): boolean => {
    const found = named().find((element) => !left.has(element));
    found?.focus();
    return found !== undefined;
  };
  const watching = new MutationObserver(() => {
    if (find()) watching.disconnect();
  });
  watching.observe(content, { childList: true, subtree: true });
  // What is not there by then will not come.
  setTimeout(() => watching.disconnect(), LONGEST_MS);
}
