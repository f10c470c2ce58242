/** The page's own background (`--color-bg` in renderer/ui/tokens.css), so that no flash precedes it. */
export const backgroundColor = (isDark: boolean): string => (isDark ? '#161614' : '#f7f6f3');
