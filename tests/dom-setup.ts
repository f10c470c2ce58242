import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

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
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true });
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
