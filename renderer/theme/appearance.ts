import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or as the system; kept in this browser, it says nothing of any vault. Read before the first paint by firstPaint.js. */
export const appearanceManager = localStorageColorSchemeManager({ key: 'mengbu.appearance' });

/** The nonce of this load, for the style elements that are made at run time. */
export function styleNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}
