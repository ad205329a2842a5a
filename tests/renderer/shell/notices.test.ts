import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  forgetNotices,
  noticeStore,
  notifyDone,
  notifyProblem,
  settle,
  withdraw,
} from '../../../renderer/notices.ts';

afterEach(forgetNotices);

function floating(): string[] {
  return noticeStore
    .current()
    .filter((notice) => notice.floating)
    .map((notice) => notice.lines.join(' '));
}

describe('notices', () => {
  it('show one deed at a time and keep the ones before', () => {
    notifyDone('first');
    notifyDone('second');
    expect(floating()).toEqual(['second']);
    expect(noticeStore.current().map(({ lines }) => lines[0])).toEqual(['second', 'first']);
  });

  it('leave problems until they are closed', () => {
    notifyProblem(['no room']);
    notifyDone('saved');
    expect(floating()).toEqual(['saved', 'no room']);
    const problem = noticeStore.current().find(({ kind }) => kind === 'problem');
    settle(problem?.id ?? 0);
    expect(floating()).toEqual(['saved']);
    expect(noticeStore.current()).toHaveLength(1);
  });

  it('let a deed go by itself, into the tray', () => {
    vi.useFakeTimers();
    notifyDone('saved');
    vi.advanceTimersByTime(6000);
    vi.useRealTimers();
    expect(floating()).toEqual([]);
    expect(noticeStore.current()).toHaveLength(1);
  });

  it('forget a deed that was undone, and everything at a lock', () => {
    notifyDone('first');
    notifyDone('second');
    withdraw(noticeStore.current()[0]?.id ?? 0);
    expect(noticeStore.current().map(({ lines }) => lines[0])).toEqual(['first']);
    forgetNotices();
    expect(noticeStore.current()).toEqual([]);
  });

  it('tell listeners of each change', () => {
    const heard = vi.fn();
    const stop = noticeStore.subscribe(heard);
    notifyDone('saved');
    stop();
    notifyDone('again');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
