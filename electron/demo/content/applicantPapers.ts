import type { CalendarDate } from '#shared/dates.ts';
import type { NewUnitFields } from '#shared/members/unit.ts';
import type { CheckItem } from '#shared/screening/checklist.ts';

/** What each answer of a case stands on. RESOURCES is asked for by the experts alone. */
export type PaperKey = Exclude<CheckItem, 'DATA_ETHICS'> | 'RESOURCES';

/** The papers with which a unit applies, each a text of its own. */
export function applicantPapers(
  unit: NewUnitFields,
  intended: string,
  day: CalendarDate,
): Record<PaperKey, { name: string; text: string }> {
  const paper = (title: string, lines: readonly string[]) => ({
    name: `${title}.txt`,
    text: [`${unit.name}　${title}`, '', ...lines, '', `日期：${day}`, ''].join('\n'),
  });
  const { staffCount, rdStaffCount, rdExpense, legalRepresentative } = unit;
  return {
    SUBJECT: paper('登记信息', [
      `统一社会信用代码：${unit.uscc}`,
      `法定代表人：${legalRepresentative}`,
      `成立日期：${unit.establishedOn}　注册资本：${unit.registeredCapital}`,
      `住所：${unit.registeredAddress}`,
    ]),
    LICENCES: paper('证照清单', [
      '营业执照：有效，核对原件无误。',
      unit.role === 'MEDICAL'
        ? '医疗机构执业许可：有效期内。'
        : '经营范围所需许可：已逐项核对，均在有效期内。',
    ]),
    FIELD: paper('业务与领域说明', [`拟参与内容：${intended}`, '近三年主营业务均在肿瘤防治相关领域。']),
    ROLE_QUALIFIED: paper('资质说明', [
      `单位资质：${(unit.tags ?? []).join('、')}`,
      '所列资质可支撑拟承担的任务。',
    ]),
    RD_ABILITY: paper('研发投入与成果', [
      `研发人员 ${rdStaffCount} 人，占职工总数 ${staffCount} 人的${Math.round((100 * (rdStaffCount ?? 0)) / (staffCount ?? 1))}%。`,
      `上年度研发投入 ${rdExpense} 万元。`,
    ]),
    CREDIT: paper('信用查询记录', ['执行信息公开网、严重违法失信名单：两处查询均无记录。', '查询人：何清越']),
    IP_DISPUTES: paper('无未决知识产权纠纷声明', [
      '截至申报日，本单位没有未决的知识产权诉讼、仲裁和行政裁决。',
      `声明人：${legalRepresentative}`,
    ]),
    SECRECY_SIGNED: paper('保密承诺书', [
      '入盟审查期间及入盟以后，遵守联合体信息保密制度。',
      `承诺人：${legalRepresentative}（签章）`,
    ]),
    FOREIGN_DECLARED: paper('外方身份声明', ['本单位不是外方单位，也不由外方设立或者实际控制。']),
    KEY_PEOPLE: paper('关键人员资历', [
      `项目负责人：${legalRepresentative}，从业十五年。`,
      '质量负责人一人，注册事务负责人一人，均为专职。',
    ]),
    RESOURCES: paper('可投入资源', ['场地 400 平方米，专用设备 6 台套。', '每年配套经费不少于 100 万元。']),
  };
}
