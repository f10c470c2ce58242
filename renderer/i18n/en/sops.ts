/** Words of SOPs and their editor. */
export const sops = {} as const;
