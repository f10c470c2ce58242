/**
 * What a worker tells the window of its writes. Every live query of a window runs again at such news, so a
 * long import would have it redraw several times a second what is out of date at once: while news is held,
 * it is gathered, and told when the caller says so.
 *
 * Dexie opens its channel when it is loaded, so import this before it. Nobody else opens one in a worker
 * that holds news, so the channel needs no name here, which is Dexie's own affair.
 */

/** Any key: after a long import nobody wants to know which. As Dexie writes its ranges. */
const EVERYTHING = { d: 1, from: -Infinity, to: [[]] } as const;

const gathered = new Set<string>();
let isHeld = false;
let tell: ((parts: object) => void) | null = null;
const send = BroadcastChannel.prototype.postMessage;

BroadcastChannel.prototype.postMessage = function postOrGather(parts: unknown): void {
  if (isHeld && typeof parts === 'object' && parts !== null) {
    tell ??= (all) => send.call(this, all);
    for (const name of Object.keys(parts)) gathered.add(name);
    return;
  }
  send.call(this, parts);
};

/** From now on the window learns of writes by `tellNews` only. */
export function holdNews(): void {
  isHeld = true;
}

/** Lets the window know of all that was written since news is held. */
export function tellNews(): void {
  if (!tell || gathered.size === 0) return;
  tell(Object.fromEntries([...gathered].map((name) => [name, EVERYTHING])));
  gathered.clear();
}
