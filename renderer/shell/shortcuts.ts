/** The shortcuts that work on every page. Mod is ⌘ on a Mac and Ctrl elsewhere. */
export const SHORTCUTS = { palette: 'Mod+K', lock: 'Mod+Shift+L', search: '/' } as const;
export const SEARCH_FIELD_ID = 'global-search';
