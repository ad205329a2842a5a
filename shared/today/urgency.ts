import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../dates.ts';

/** How much a task presses: over its day, waiting for somebody without a day, due within a week, or later. */
export const URGENCIES = ['OVERDUE', 'WAITING', 'WEEK', 'LATER'] as const;
export const urgencySchema = z.enum(URGENCIES);
export type Urgency = z.infer<typeof urgencySchema>;

/** A task is shown so many days ahead: terms are announced 90 and 30 days before they end (domain rules of 保密). */
export const DAYS_AHEAD = 90;
const WEEK = 7;

/** @param due the last day on which it is in time; null for what waits without a day */
export function urgencyOf(due: CalendarDate | null, today: CalendarDate): Urgency {
  if (due === null) return 'WAITING';
  const left = daysBetween(today, due);
  if (left < 0) return 'OVERDUE';
  return left <= WEEK ? 'WEEK' : 'LATER';
}

/** Most pressing first; within one urgency by day, then by name, so that the page does not change under one's hand. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    compare(a.due ?? '', b.due ?? '') ||
    compare(a.title, b.title) ||
    compare(a.id, b.id)
  );
}

type Ranked = { urgency: Urgency; due: CalendarDate | null; title: string; id: string };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
