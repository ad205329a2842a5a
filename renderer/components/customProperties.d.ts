import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Own properties that a style sheet reads. */
    [property: `--${string}`]: string | number | undefined;
  }
}
