/** An import over several tiers is under way, or taking one back. */
export const IMPORT_INTENT = 'bundle.import';
export const UNDO_INTENT = 'bundle.undoImport';
