import {
  type ReceiverStore,
  StoreFullError,
} from '../../../../electron/receiver/receiver-store.ts';

export interface FailingStore {
  readonly store: ReceiverStore;
  /** How every call ends from now on. */
  set(mode: 'works' | 'down' | 'full'): void;
}

/** A store that can be told to fail, around a real one. Its key is always there. */
export function failingStore(real: ReceiverStore): FailingStore {
  let mode: 'works' | 'down' | 'full' = 'works';
  const store = new Proxy(real, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        const isKept = name === 'close' || name === 'keySeed';
        if (mode === 'down' && !isKept) return Promise.reject(new Error('secret words'));
        if (mode === 'full' && String(name).startsWith('put')) {
          return Promise.reject(new StoreFullError('secret words'));
        }
        if (mode === 'full' && name === 'claim') return Promise.reject(new StoreFullError());
        return Reflect.apply(member, target, args);
      };
    },
  });
  return { store, set: (next) => void (mode = next) };
}
