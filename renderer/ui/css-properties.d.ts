import 'react';

declare module 'react' {
  interface CSSProperties {
    /** A component's own custom property, read by its CSS module. */
    [property: `--${string}`]: string | number | undefined;
  }
}
