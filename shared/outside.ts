/** What the program does outside its window: the tray, the quick-log window, notices. */

/** A notice is of one of these; each can be switched off by itself. */
export const NOTICE_KINDS = ['run', 'promise', 'checkIn', 'review'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * How it stands with what was asked for in the settings. `none`: this desktop has no such thing; `taken`:
 * another program holds the key.
 */
export interface OutsideState {
  readonly tray: 'off' | 'shown' | 'none';
  readonly quickLog: 'off' | 'on' | 'taken';
  readonly notices: 'shown' | 'none';
}

/** In the page's address: it shows the quick-log line and nothing else. */
export const QUICK_LOG_HASH = '#quick-log';
