import type { AgreementFields } from '#shared/agreements/agreement.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import { unitOf } from './content/units.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** Agreements the policy for bundles reads: secrecy in force, secrecy that ended, no clause, not signed yet. */
export function agreementEvents({ world, client }: Stage): StoryEvent[] {
  const { today } = world;
  const back = (months: number) => addDays(addMonths(today, -months), -3);
  const agreements: AgreementFields[] = [
    {
      title: '砚湖生物保密协议',
      type: 'NDA',
      unitName: unitOf('bio').name,
      signedOn: back(20),
      validFrom: null,
      validTo: addMonths(today, 16),
      confidentiality: true,
      note: '覆盖早筛试剂项目的技术资料与检验数据。',
    },
    {
      title: '霁禾制药保密协议',
      type: 'NDA',
      unitName: unitOf('pharma').name,
      signedOn: back(26),
      validFrom: null,
      validTo: addMonths(today, -2),
      confidentiality: true,
      note: '已到期，续签文本在法务审查中。',
    },
    {
      title: '棠溪医院放疗质控合作协议',
      type: 'COOPERATION',
      unitName: unitOf('clinic').name,
      signedOn: back(14),
      validFrom: null,
      validTo: addMonths(today, 22),
      confidentiality: false,
      note: '未写保密条款，补充协议待签。',
    },
    {
      title: '栎原医疗细胞制备装置合作开发协议',
      type: 'TECH_DEV_COOPERATIVE',
      unitName: unitOf('device').name,
      signedOn: back(22),
      validFrom: null,
      validTo: addMonths(today, 14),
      confidentiality: true,
      note: '',
    },
    {
      title: '知行转移技术服务协议（续签）',
      type: 'TECH_SERVICE',
      unitName: unitOf('transfer').name,
      signedOn: null,
      validFrom: null,
      validTo: null,
      confidentiality: true,
      note: '双方条款已商定，待盖章。',
    },
  ];
  return agreements.map((fields) => ({
    day: addDays(fields.signedOn ?? addDays(today, -12), 2),
    minute: 16 * 60,
    run: async () => {
      await client.agreements.create({ fields, level: 'INTERNAL' });
    },
  }));
}
