/** Words of the window's frame: navigation, status, shortcuts. */
export const app = {} as const;
