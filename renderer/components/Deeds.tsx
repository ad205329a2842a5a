import type { ReactNode } from 'react';
import { usePresenting } from '../session.ts';

/** What changes something, or is no business of a visitor: in 来宾模式 it is not there, rather than there and refused. */
export function Deeds({ children }: { children: ReactNode }) {
  return usePresenting() ? null : children;
}
