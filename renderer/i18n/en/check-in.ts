/** The daily check-in, and when check-ins and reviews come round. */
export const checkIn = {
  title: 'Check-in',
} as const;
