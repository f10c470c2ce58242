/** Units of time, and times told from now. */
export const units = {
  seconds: '{{amount}} s',
  minutes: '{{amount}} min',
  hours: '{{amount}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  justNow: 'just now',
  toCome: 'in {{time}}',
  ago: '{{time}} ago',
} as const;
