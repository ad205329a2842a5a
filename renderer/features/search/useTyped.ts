import { type ChangeEvent, type CompositionEvent, useEffect, useState } from 'react';

/** Results follow the typing after this pause. */
const PAUSE_MS = 150;

/** What is typed in a search field, and what is looked for: a moment later, and never half of a composition. */
export function useTyped(first: string) {
  const [typed, setTyped] = useState(first);
  const [settled, setSettled] = useState(first);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing || typed === settled) return;
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, settled, composing]);
  return {
    typed,
    settled,
    put(text: string) {
      setTyped(text);
      setSettled(text);
    },
    field: {
      value: typed,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => {
        setComposing(false);
        setTyped(event.currentTarget.value);
      },
    },
  };
}
