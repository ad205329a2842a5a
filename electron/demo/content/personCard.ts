import type { PersonFields } from '#shared/people/person.ts';
import { PROFESSIONAL_TITLES, type TitleLevel } from '#shared/people/qualificationCodes.ts';
import type { Dice } from '../random.ts';
import type { PersonPlan } from './people.ts';
import type { UnitKey } from './units.ts';

const FIELDS_OF_STUDY: Partial<Record<UnitKey, readonly [string, string][]>> = {
  hospital: [
    ['肿瘤学', '消化道肿瘤早诊早治'],
    ['病理学', '数字病理与辅助判读'],
    ['临床检验诊断学', '循环肿瘤标志物'],
  ],
  clinic: [
    ['放射治疗学', '放疗质量控制'],
    ['外科学', '肝胆肿瘤微创治疗'],
  ],
  bio: [
    ['分子生物学', '胃癌早筛试剂'],
    ['生物工程', '诊断试剂工艺'],
  ],
  device: [
    ['生物医学工程', '手术导航'],
    ['机械工程', '细胞制备装备'],
  ],
  pharma: [
    ['药剂学', '缓释制剂'],
    ['药物分析', '制剂质量研究'],
  ],
  tech: [
    ['计算机科学与技术', '医学影像分析'],
    ['统计学', '临床试验统计'],
  ],
  medical: [
    ['医学物理学', '放疗剂量学'],
    ['流行病与卫生统计学', '肿瘤登记与队列研究'],
  ],
  institute: [
    ['生物信息学', '肿瘤数据标准'],
    ['档案学', '科研档案管理'],
  ],
};
const OTHERS: readonly [string, string][] = [
  ['工商管理', ''],
  ['法学', '科技成果转化法律制度'],
];

/** A plan's card as the program keeps it: 职务 and 职称 apart, tier, degree and field by what they are called. */
export function personCard({ unit: _, ...plan }: PersonPlan, unit: UnitKey, dice: Dice): PersonFields {
  const parts = plan.position.split('、');
  const title = parts.find((part) => PROFESSIONAL_TITLES[part] !== undefined) ?? titleIn(plan.position);
  const level = title === '' ? 'NONE' : (PROFESSIONAL_TITLES[title] ?? 'NONE');
  const [major, research] = dice.pick(FIELDS_OF_STUDY[unit] ?? OTHERS);
  const isDoctor = level === 'SENIOR' || (level === 'ASSOC_SENIOR' && dice.chance(0.6));
  return {
    ...plan,
    department: '',
    position: parts.filter((part) => part !== title).join('、'),
    professionalTitle: title,
    titleLevel: level,
    education: isDoctor ? 'DOCTORATE' : dice.chance(0.6) ? 'MASTER' : 'BACHELOR',
    degree: isDoctor ? 'DOCTOR_ACADEMIC' : '',
    major,
    research,
    orcid: '',
    staffTier: tierOf(plan.position, level),
  };
}

/** 病理科主任医师 is a 主任医师; the longest title that ends it counts. */
function titleIn(position: string): string {
  const found = Object.keys(PROFESSIONAL_TITLES).filter((title) => position.endsWith(title));
  return found.sort((a, b) => b.length - a.length)[0] ?? '';
}

function tierOf(position: string, level: TitleLevel): PersonFields['staffTier'] {
  if (/院长|总经理|总监|总协调|秘书长|副主任$/.test(position)) return 'LEAD';
  if (/负责人|主管|经理|主任|科长/.test(position) || level === 'SENIOR') return 'MIDDLE';
  return 'BASIC';
}
