import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { FileRole } from '#shared/records/file.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import type { Studio } from '../pictures/studio.ts';
import type { ProjectKey } from './projects.ts';

export type FilePlan = { name: string; role: FileRole; make(studio: Studio): Promise<Uint8Array> };

/** A record as it will be made, with its files still to be drawn. */
export type RecordPlan = {
  fields: Partial<RecordFields> &
    Pick<RecordFields, 'title' | 'category' | 'retention' | 'responsible'> & { docDate: CalendarDate };
  level: Level;
  term: Term;
  basis: string;
  personalInfo: boolean;
  project: ProjectKey | null;
  /** By index into the people of the world. */
  people: readonly number[];
  files: readonly FilePlan[];
};

/** 定密依据 as the joint body words them. */
export const BASIS: Record<Level, string> = {
  PUBLIC: '',
  INTERNAL: '联合体信息保密制度第八条',
  TRADE_SECRET: '联合体信息保密制度第九条；合作协议保密条款',
  CORE_TRADE_SECRET: '联合体信息保密制度第十条；技术信息（结构、工艺、数据），未公开',
};
