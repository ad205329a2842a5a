import { useState } from 'react';
import { draftOf, dropDraft, keepDraft } from '../drafts.ts';

/** What is being filled in on one form: it stays when the form is closed, until it is saved or given up. */
export function useDraft<Values extends object>(
  form: string,
  initial: Values,
): { draft: Values; change: (changes: Partial<Values>) => void; drop: () => void } {
  const [draft, setDraft] = useState<Values>(() => draftOf<Values>(form) ?? initial);
  return {
    draft,
    change: (changes) => {
      const next = { ...draft, ...changes };
      keepDraft(form, next);
      setDraft(next);
    },
    drop: () => dropDraft(form),
  };
}
