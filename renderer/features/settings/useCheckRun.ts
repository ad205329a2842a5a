import { useEffect, useReducer, useRef } from 'react';
import type { CheckEvent, Finding } from '#shared/vault/contract.ts';

type Step = Extract<CheckEvent, { kind: 'step' }>;
type Result = Extract<CheckEvent, { kind: 'result' }>;

/** How far a check or a backup is, and what it found so far. */
export type CheckState = {
  phase: 'IDLE' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
  step: Step | null;
  findings: readonly Finding[];
  result: Result | null;
  error: unknown;
};

export type CheckDeed =
  | { kind: 'started' }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: unknown }
  | CheckEvent;

export const IDLE: CheckState = { phase: 'IDLE', step: null, findings: [], result: null, error: null };

/** One run at a time; leaving the page stops it. */
export function useCheckRun(): {
  state: CheckState;
  start(open: (signal: AbortSignal) => Promise<AsyncIterable<CheckEvent>>): void;
  stop(): void;
} {
  const [state, tell] = useReducer(afterEvent, IDLE);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function follow(open: (signal: AbortSignal) => Promise<AsyncIterable<CheckEvent>>): Promise<void> {
    const control = new AbortController();
    running.current?.abort();
    running.current = control;
    tell({ kind: 'started' });
    try {
      for await (const event of await open(control.signal)) tell(event);
    } catch (error) {
      tell(control.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
    }
  }

  return { state, start: (open) => void follow(open), stop: () => running.current?.abort() };
}

/** The state after one more event of a run. */
export function afterEvent(state: CheckState, event: CheckDeed): CheckState {
  if (event.kind === 'started') return { ...IDLE, phase: 'RUNNING' };
  if (event.kind === 'stopped') return { ...state, phase: 'STOPPED', step: null };
  if (event.kind === 'failed') return { ...state, phase: 'FAILED', step: null, error: event.error };
  if (event.kind === 'step') return { ...state, step: event };
  if (event.kind === 'finding') return { ...state, findings: [...state.findings, event.finding] };
  return { ...state, phase: 'DONE', step: null, result: event };
}
