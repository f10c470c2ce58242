import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
// A test shows parts of views without the view that brings their words.
import '../renderer/i18n/view-words.ts';
import { waitForRest } from './window-at-rest.ts';

afterEach(cleanup);

// Parts of the window are fetched when they are first shown, and a test machine may be busy: a test waits
// for what it names and not for the clock.
configure({ asyncUtilTimeout: 15_000 });
waitForRest();

// jsdom lays nothing out. What components ask of a layout gets the plainest true answer: nothing moves.
class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const missing = {
  ResizeObserver: StillObserver,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }),
};
for (const [name, value] of Object.entries(missing)) {
  // Some of these exist as names without a value.
  if (Reflect.get(globalThis, name) === undefined) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}

const missingOfElements = {
  getAnimations: () => [],
  scrollIntoView: () => {},
  scrollTo: () => {},
  hasPointerCapture: () => false,
  setPointerCapture: () => {},
  releasePointerCapture: () => {},
};
for (const [name, value] of Object.entries(missingOfElements)) {
  if (!(name in Element.prototype) || name === 'scrollTo') {
    Object.defineProperty(Element.prototype, name, { value, writable: true });
  }
}
