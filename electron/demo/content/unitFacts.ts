import type { NewUnitFields } from '#shared/members/unit.ts';
import { inventedCode } from './unitCodes.ts';
import type { UnitKey } from './units.ts';

type Facts = Omit<NewUnitFields, 'name' | 'shortName' | 'role' | 'note'>;

/** What the members declared of themselves when they joined. The city, its streets and its telephone numbers are nowhere. */
export const UNIT_FACTS: Record<UnitKey, Facts> = {
  hospital: institution(31, '023', '闻鹤年', '院长', '1978-05-12', '清湾大道 1 号', {
    tags: ['三级甲等医院'],
    people: [2680, 410, 6200],
    ipCounts: { INVENTION: 96, UTILITY_MODEL: 140, SOFTWARE: 33 },
    office: '科研与转化处',
  }),
  bio: company(32, '150', '柳砚湖', '董事长', '4200 万元', '2014-09-03', '高新区砚湖路 66 号', {
    tags: ['高新技术企业', '专精特新'],
    people: [318, 126, 4150],
    ipCounts: { INVENTION: 41, UTILITY_MODEL: 27, SOFTWARE: 9 },
    revenue: 26_800,
    office: '研发管理部',
  }),
  device: company(33, '160', '栎长林', '总经理', '1.2 亿元', '2009-03-18', '高新区栎原街 8 号', {
    tags: ['高新技术企业', '上市公司'],
    people: [905, 262, 9800],
    ipCounts: { INVENTION: 88, UTILITY_MODEL: 176, DESIGN: 24, SOFTWARE: 31 },
    revenue: 71_200,
    office: '战略合作部',
  }),
  pharma: company(34, '150', '穆霁云', '董事长', '8000 万元', '2003-11-27', '东浦工业园三路 21 号', {
    tags: ['高新技术企业'],
    people: [640, 148, 7300],
    ipCounts: { INVENTION: 52, UTILITY_MODEL: 18 },
    revenue: 58_900,
    office: '医学事务部',
  }),
  tech: institution(35, '022', '卓立言', '校长', '1956-10-01', '学府路 100 号', {
    tags: [],
    people: [3120, 1890, 31_000],
    ipCounts: { INVENTION: 1240, UTILITY_MODEL: 380, SOFTWARE: 620 },
    office: '科学技术研究院',
  }),
  medical: institution(36, '022', '阮济川', '校长', '1951-09-15', '杏林路 20 号', {
    tags: [],
    people: [2450, 1160, 18_400],
    ipCounts: { INVENTION: 430, UTILITY_MODEL: 260, SOFTWARE: 85 },
    office: '科研处',
  }),
  institute: institution(37, '021', '祁见微', '院长', '2019-06-20', '高新区砚湖路 9 号', {
    tags: [],
    people: [142, 118, 3900],
    ipCounts: { INVENTION: 37, SOFTWARE: 22, STANDARD: 4 },
    office: '成果转化办公室',
  }),
  clinic: institution(38, '023', '包棠溪', '院长', '1986-04-08', '棠溪路 15 号', {
    tags: ['三级甲等医院'],
    people: [1530, 180, 1900],
    ipCounts: { INVENTION: 21, UTILITY_MODEL: 74 },
    office: '科教科',
  }),
  society: {
    ...common(39, '51', '030', '庄善之', '理事长', '1994-12-02', '文津路 3 号'),
    registeredCapital: '30 万元',
    stateEstablished: false,
    staffCount: 9,
    rdStaffCount: 0,
    ipCounts: { STANDARD: 11 },
    contactName: '学会秘书处',
  },
  office: {
    ...common(40, '11', '010', '盛维清', '主任', '2016-01-11', '市民中心 4 号楼'),
    stateEstablished: false,
    staffCount: 26,
    contactName: '项目协调科',
  },
  fund: company(41, '150', '戚怀瑾', '执行董事', '1 亿元', '2017-08-30', '金融街 12 号', {
    tags: [],
    people: [34, 0, 0],
    ipCounts: {},
    revenue: 3_100,
    office: '投后管理部',
  }),
  transfer: company(42, '150', '宁知行', '总经理', '600 万元', '2018-03-05', '高新区创业路 77 号', {
    tags: ['科技型中小企业'],
    people: [47, 6, 120],
    ipCounts: { SOFTWARE: 5 },
    revenue: 1_450,
    office: '客户服务部',
  }),
};

/** `people`: staff, of it in research, and the year's spending on research in 万元. */
type Size = {
  tags: string[];
  people: readonly [staff: number, research: number, spent: number];
  ipCounts: NonNullable<Facts['ipCounts']>;
  revenue?: number;
  office: string;
};

function company(
  number: number,
  orgType: '150' | '160',
  head: string,
  title: string,
  registeredCapital: string,
  establishedOn: string,
  street: string,
  size: Size,
): Facts {
  return {
    ...common(number, '91', orgType, head, title, establishedOn, street),
    ...sized(size),
    registeredCapital,
    revenue: size.revenue ?? null,
    stateEstablished: false,
  };
}

function institution(
  number: number,
  orgType: '021' | '022' | '023',
  head: string,
  title: string,
  establishedOn: string,
  street: string,
  size: Size,
): Facts {
  return {
    ...common(number, '12', orgType, head, title, establishedOn, street),
    ...sized(size),
    stateEstablished: true,
  };
}

function sized({ tags, people: [staffCount, rdStaffCount, rdExpense], ipCounts, office }: Size): Facts {
  return { tags, staffCount, rdStaffCount, rdExpense, ipCounts, contactName: office };
}

function common(
  number: number,
  authority: Parameters<typeof inventedCode>[1],
  orgType: NonNullable<Facts['orgType']>,
  legalRepresentative: string,
  legalTitle: string,
  establishedOn: string,
  street: string,
): Facts {
  return {
    uscc: inventedCode(number, authority),
    orgType,
    legalRepresentative,
    legalTitle,
    establishedOn,
    registeredAddress: `沄州市${street}`,
    foreignControlled: false,
    contactEmail: `unit${number}@example.com`,
  };
}
