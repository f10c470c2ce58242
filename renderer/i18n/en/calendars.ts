/** Calendars with working hours and holidays, and the clients whose clocks they meet. */
export const calendars = { title: 'Calendars' } as const;
