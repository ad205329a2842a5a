import { ORG_TYPES } from '#shared/members/orgType.ts';
import { UNIT_ROLES } from '#shared/members/unit.ts';
import {
  DEGREES,
  EDUCATIONS,
  PROFESSIONAL_TITLES,
  STAFF_TIERS,
  TITLE_LEVELS,
} from '#shared/people/qualificationCodes.ts';
import type { TableColumn, TableKind } from '#shared/sheets/tableColumns.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { en } from '#shared/translations/en.ts';
import { zhCN } from '#shared/translations/zhCN.ts';

/** What a list of this kind may hold; titles and names of codes are read in either language, and written in `t`'s. */
export function columnsOf(kind: TableKind, t: Catalogue): TableColumn[] {
  return kind === 'UNITS' ? unitColumns(t) : peopleColumns(t);
}

function unitColumns(t: Catalogue): TableColumn[] {
  type Field = keyof Catalogue['members']['fields'];
  const named = (field: Field, also: readonly string[] = []): TableColumn => ({
    field,
    title: t.members.fields[field],
    also: [zhCN.members.fields[field], en.members.fields[field], ...also],
    required: field === 'name' || field === 'role',
    choices: null,
  });
  return [
    named('name', ['单位名称', '单位', '名称', 'unit name']),
    named('uscc', ['统一社会信用代码', '社会信用代码', '机构代码']),
    named('shortName', ['简称']),
    {
      ...named('role', ['产学研角色', '单位角色', '类别']),
      choices: UNIT_ROLES.map((code) => ({ code, names: namesIn(t, (each) => each.members.roles[code]) })),
    },
    {
      ...named('orgType'),
      choices: ORG_TYPES.map((code) => ({ code, names: namesIn(t, (each) => each.members.orgTypes[code]) })),
    },
    named('legalRepresentative', ['负责人', '法人代表']),
    named('establishedOn', ['成立时间']),
    named('registeredCapital', ['注册资本']),
    named('registeredAddress', ['住所', '地址']),
    named('mailingAddress'),
    named('postcode', ['邮政编码']),
    named('website'),
    named('contactName'),
    named('contactPhone', ['电话', '手机']),
    named('contactEmail', ['邮箱', '电子邮箱']),
    named('note', ['说明']),
  ];
}

function peopleColumns(t: Catalogue): TableColumn[] {
  type Field = keyof Catalogue['people']['fields'];
  const named = (field: Field, also: readonly string[] = []): TableColumn => ({
    field,
    title: t.people.fields[field],
    also: [zhCN.people.fields[field], en.people.fields[field], ...also],
    required: field === 'name',
    choices: null,
  });
  const coded = <Code extends string>(
    field: Field,
    codes: readonly Code[],
    names: (each: Catalogue) => Readonly<Record<Code, string>>,
    also: readonly string[] = [],
  ): TableColumn => ({
    ...named(field, also),
    choices: codes.map((code) => ({ code, names: namesIn(t, (each) => names(each)[code]) })),
  });
  return [
    named('name', ['姓名', '人员姓名']),
    named('unit', ['单位', '单位名称', '工作单位']),
    named('department', ['所在部门', '科室']),
    named('position'),
    named('professionalTitle', ['专业技术职务']),
    coded('titleLevel', TITLE_LEVELS, (each) => each.people.titleLevels),
    coded('staffTier', STAFF_TIERS, (each) => each.people.staffTiers, ['层级']),
    coded('education', EDUCATIONS, (each) => each.people.educations, ['学历']),
    coded('degree', DEGREES, (each) => each.people.degrees, ['学位']),
    named('major', ['所学专业']),
    named('research'),
    named('orcid'),
    named('phone', ['手机', '联系电话', '手机号码']),
    named('email', ['邮箱', 'E-mail', '电子邮件']),
    named('note'),
  ];
}

/** The template's own name first. */
export function namesIn(t: Catalogue, nameOf: (each: Catalogue) => string): string[] {
  return [...new Set([nameOf(t), nameOf(zhCN), nameOf(en)])];
}

/** A title of the table of titles says its level where the list does not. */
export function withTitleLevel(values: Record<string, string>): Record<string, string> {
  const level = PROFESSIONAL_TITLES[values.professionalTitle ?? ''];
  return values.titleLevel || level === undefined ? values : { ...values, titleLevel: level };
}
