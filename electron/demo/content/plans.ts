import { agreementRecords } from './agreements.ts';
import { certificateRecords } from './certificates.ts';
import { drawingRecords } from './drawings.ts';
import { financeRecords } from './finance.ts';
import { leadershipMinutes, projectMinutes } from './minutes.ts';
import { noticeRecords } from './notices.ts';
import { dataRecords, personnelRecords, soundRecords } from './others.ts';
import { photoRecords } from './photos.ts';
import type { RecordPlan } from './plan.ts';
import { protocolRecords } from './protocols.ts';
import { reportRecords } from './reports.ts';
import { trainingRecords } from './training.ts';
import type { World } from './world.ts';

export const RECORD_COUNT = 200;

/** The sample's records in the order of their dates. What the calendar gives more or less of, protocols make up. */
export function planRecords(world: World): RecordPlan[] {
  const plans = [
    ...leadershipMinutes(world),
    ...projectMinutes(world),
    ...agreementRecords(world),
    ...noticeRecords(world),
    ...reportRecords(world, 20),
    ...drawingRecords(world, 12),
    ...financeRecords(world, 13),
    ...certificateRecords(world, 11),
    ...photoRecords(world, 34),
    ...trainingRecords(world),
    ...soundRecords(world),
    ...personnelRecords(world),
    ...dataRecords(world),
  ];
  const all = [...plans, ...protocolRecords(world, RECORD_COUNT - plans.length)];
  return all.sort((a, b) =>
    a.fields.docDate < b.fields.docDate ? -1 : a.fields.docDate > b.fields.docDate ? 1 : 0,
  );
}
