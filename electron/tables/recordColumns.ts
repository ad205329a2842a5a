import { LEVELS } from '#shared/confidentiality/levels.ts';
import { CATEGORIES } from '#shared/records/category.ts';
import { ORIGINAL_FORMS } from '#shared/records/recordFields.ts';
import { RETENTIONS } from '#shared/records/retention.ts';
import type { TableColumn } from '#shared/sheets/tableColumns.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { en } from '#shared/translations/en.ts';
import { zhCN } from '#shared/translations/zhCN.ts';
import { namesIn } from './columns.ts';

/** The columns of a 归档文件目录 (DA/T 22: 序号、档号、文号、责任者、题名、日期、密级、页数、备注), and what else lists of records have. */
export function recordColumns(t: Catalogue): TableColumn[] {
  const own = (
    field: keyof Catalogue['catalogues']['columns'],
    also: readonly string[] = [],
    required = false,
  ): TableColumn => ({
    field,
    title: t.catalogues.columns[field],
    also: [zhCN.catalogues.columns[field], en.catalogues.columns[field], ...also],
    required,
    choices: null,
  });
  const coded = <Code extends string>(
    column: TableColumn,
    codes: readonly Code[],
    names: (each: Catalogue) => Readonly<Record<Code, string>>,
  ): TableColumn => ({
    ...column,
    choices: codes.map((code) => ({ code, names: namesIn(t, (each) => names(each)[code]) })),
  });
  return [
    own('ordinal', ['顺序号', '件号', '编号']),
    own('refCode', ['原档号']),
    own('docNo', ['文件编号', '发文字号', '文件号']),
    own('responsible', ['责任人', '作者', '摄影者']),
    own('title', ['文件题名', '案卷题名', '标题', '文件标题', '文件名称'], true),
    own('docDate', ['成文日期', '文件日期', '形成日期', '形成时间', '时间', '摄影时间']),
    coded(own('level', ['保密级别']), LEVELS, (each) => each.levels.names),
    own('pages', ['张数', '页数/张数']),
    own('note', ['附注', '说明', '备考']),
    own('fileName', ['文件', '电子文件', '电子文件名', '计算机文件名', '附件', '文件路径']),
    coded(own('category', ['档案门类', '类别']), CATEGORIES, (each) => each.records.categories),
    coded(own('retention', ['期限']), RETENTIONS, (each) => each.records.retentions),
    own('year', ['归档年度', '年份']),
    own('dept', ['机构', '问题', '机构或问题', '归档部门']),
    coded(own('originalForm', ['载体', '载体类型']), ORIGINAL_FORMS, (each) => each.records.originalForms),
    own('originalPlace', ['存放位置', '库位', '盒号']),
    own('place', ['拍摄地点']),
    own('keywords', ['主题词']),
    own('people', ['人员', '人物']),
    own('project', ['所属项目', '项目编号', '项目名称']),
  ];
}
