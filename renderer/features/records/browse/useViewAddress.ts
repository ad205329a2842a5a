import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { viewOf } from '../../../views.ts';
import { type ArchiveView, changeArchiveView, keepArchiveView, useArchiveView } from './views.ts';

/**
 * The view the address names. Another query or order is another view with its own address, so that "back" leads to the one
 * before, with its place in the list; typing on in the search field changes the view it began.
 */
export function useViewAddress() {
  const navigate = useNavigate();
  const { viewId } = useParams({ strict: false });
  // An address without a view, or with one from before the last lock, gets a first view of its own.
  const [own] = useState(() =>
    viewId !== undefined && viewOf(viewId) !== undefined ? viewId : keepArchiveView(),
  );
  const id = viewId !== undefined && viewOf(viewId) !== undefined ? viewId : own;
  const view = useArchiveView(id);
  const [typingIn, setTypingIn] = useState<string | null>(null);
  useEffect(() => {
    if (viewId !== id) void navigate({ to: '/archive/$viewId', params: { viewId: id }, replace: true });
  }, [viewId, id, navigate]);

  const go = (change: Partial<ArchiveView>): string => {
    const next = keepArchiveView({ ...view, focus: 0, ...change });
    void navigate({ to: '/archive/$viewId', params: { viewId: next } });
    return next;
  };

  return {
    id,
    view,
    /** Looks for something else; the view so far stays behind in the history. */
    search(change: Pick<Partial<ArchiveView>, 'query' | 'order' | 'direction'>) {
      setTypingIn(null);
      go(change);
    },
    /** The same for a search text that is being typed: one step of the history for all its letters. */
    type(query: ArchiveView['query']) {
      if (typingIn === id) changeArchiveView(id, { query, focus: 0 });
      else setTypingIn(go({ query }));
    },
    focusOn: (focus: number) => changeArchiveView(id, { focus }),
  };
}
