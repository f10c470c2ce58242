/**
 * Whether something has the keyboard to itself: a dialog or an open menu. A toast calls itself a dialog
 * too, but it only tells; keys go on working while it shows.
 */
export const hasOpenDialog = (): boolean =>
  document.querySelector(
    ':is([role="dialog"], [role="alertdialog"]):not([data-toast]), [role="menu"]',
  ) !== null;
