import { call } from '@orpc/server';
import { maskEmail, maskPhone } from '#shared/people/masking.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { confidentiality } from '../confidentiality.ts';
import { members } from '../members.ts';
import { people } from '../people.ts';
import { projects } from '../projects.ts';
import { dateColumn, type ListMaker, numberColumn, rowOf, textColumn } from './list.ts';

type Named = Extract<ListChoice, { text: string }>;

/** Telephone and mail masked, as in every list of people. */
export const peopleList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.people.fields;
  const rows = await call(people.list, { text }, { context });
  return {
    title: t.people.title,
    columns: [
      textColumn(words.name, 14),
      textColumn(words.unit, 30),
      textColumn(words.department, 18),
      textColumn(words.position, 20),
      textColumn(words.professionalTitle, 14),
      textColumn(words.staffTier, 14),
      textColumn(words.major, 18),
      textColumn(words.phone, 16),
      textColumn(words.email, 24),
    ],
    rows: rows.map((person) =>
      rowOf(person, [
        person.title,
        person.unit?.title ?? '',
        person.fields.department,
        person.fields.position,
        person.fields.professionalTitle,
        person.fields.staffTier === '' ? '' : t.people.staffTiers[person.fields.staffTier],
        person.fields.major,
        maskPhone(person.fields.phone),
        maskEmail(person.fields.email),
      ]),
    ),
  };
};

export const unitList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.members.fields;
  const rows = await call(members.list, { text }, { context });
  return {
    title: t.members.title,
    columns: [
      textColumn(words.name, 40),
      textColumn(words.shortName, 16),
      textColumn(words.role, 12),
      textColumn(words.uscc, 22),
      textColumn(words.member, 14),
      numberColumn(words.people),
      textColumn(words.note, 40),
    ],
    rows: rows.map((unit) =>
      rowOf(unit, [
        unit.title,
        unit.fields.shortName,
        t.members.roles[unit.fields.role],
        unit.fields.uscc,
        t.members.states[unit.memberState],
        unit.peopleCount,
        unit.fields.note,
      ]),
    ),
  };
};

export const projectList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.projects.fields;
  const rows = await call(projects.list, { text }, { context });
  return {
    title: t.projects.title,
    columns: [
      textColumn(words.code, 14),
      textColumn(words.name, 40),
      textColumn(words.lead, 30),
      dateColumn(words.startedOn),
      dateColumn(words.endedOn),
      numberColumn(words.records),
    ],
    rows: rows.map((project) =>
      rowOf(project, [
        project.fields.code,
        project.title,
        project.lead?.title ?? '',
        project.fields.startedOn,
        project.fields.endedOn,
        project.recordCount,
      ]),
    ),
  };
};

export const expiringList: ListMaker<Extract<ListChoice, { list: 'EXPIRING' }>> = async (
  context,
  { days },
  t,
) => {
  const words = t.confidentiality;
  const rows = await call(confidentiality.expiring, { days }, { context });
  return {
    title: words.columns.term,
    columns: [
      textColumn(words.columns.title, 48),
      textColumn(words.columns.kind, 10),
      dateColumn(words.columns.expiry),
    ],
    rows: rows.map((item) => rowOf(item, [item.title, words.kinds[item.kind], item.levelExpiry])),
  };
};
