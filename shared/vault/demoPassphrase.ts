/** The passphrase of a demo vault opened by a click, and of its other users. It protects nothing: where it is asked for, it is shown. */
export const DEMO_PASSPHRASE = 'mengbu-demo-2026';
