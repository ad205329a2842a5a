import { useEffect, useEffectEvent } from 'react';
import { isShortcut, isTyping } from '../keyboard.ts';
import { noticeStore, notifyDone, withdraw } from '../notices.ts';
import { useT } from '../translations.ts';
import { useProblems } from './problems.ts';

/** Ctrl+Z or ⌘Z on a page of edits: takes back the newest deed that can be taken back. Fields keep their own undo. */
export function useUndoKey(): void {
  const t = useT();
  const report = useProblems();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isShortcut(event, 'Mod+Z') || isTyping(event.target)) return;
    const notice = noticeStore.current().find(({ undo }) => undo !== undefined);
    if (notice?.undo === undefined) return;
    event.preventDefault();
    withdraw(notice.id);
    notice
      .undo()
      .then(() => notifyDone(t.actions.undone))
      .catch(report);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
