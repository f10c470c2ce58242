/** The page's own background (`--color-bg` in renderer/ui/tokens.css), so that no flash precedes it. */
export const backgroundColor = (isDark: boolean): string => (isDark ? '#121517' : '#f3f0e8');
