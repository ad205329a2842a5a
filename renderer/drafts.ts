/**
 * What was typed and not saved yet, by form. Kept in memory alone, so that leaving a page or a failure on it loses
 * nothing, and locking leaves nothing behind. Passphrases are never put here.
 */
const drafts = new Map<string, unknown>();

/** The caller names the form and knows the shape it put there. */
export function draftOf<Values>(form: string): Values | undefined {
  return drafts.get(form) as Values | undefined;
}

export function keepDraft<Values>(form: string, values: Values): void {
  drafts.set(form, values);
}

/** Saved or given up. */
export function dropDraft(form: string): void {
  drafts.delete(form);
}

export function forgetDrafts(): void {
  drafts.clear();
}
