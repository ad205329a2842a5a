/** 学历, highest first (after GB/T 4658-2006). '' while not known. */
export const EDUCATIONS = ['DOCTORATE', 'MASTER', 'BACHELOR', 'COLLEGE', 'SECONDARY'] as const;
export type Education = (typeof EDUCATIONS)[number];

/** 学位 = {博士, 硕士, 学士} × {学术学位, 专业学位} (学位法 art. 2). */
export const DEGREES = [
  'DOCTOR_ACADEMIC',
  'DOCTOR_PROFESSIONAL',
  'MASTER_ACADEMIC',
  'MASTER_PROFESSIONAL',
  'BACHELOR_ACADEMIC',
  'BACHELOR_PROFESSIONAL',
] as const;
export type Degree = (typeof DEGREES)[number];

/** 职称 levels, highest first. */
export const TITLE_LEVELS = [
  'SENIOR', // 正高级
  'ASSOC_SENIOR', // 副高级
  'INTERMEDIATE', // 中级
  'JUNIOR_ASSIST', // 助理级
  'JUNIOR_CLERK', // 员级
  'NONE',
] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** Tiers of staff of the guideline, 5.2: 基层研究人员, 中层管理人员, 领导层. */
export const STAFF_TIERS = ['BASIC', 'MIDDLE', 'LEAD'] as const;
export type StaffTier = (typeof STAFF_TIERS)[number];

/** The usual titles of the five series (卫生, 科研, 高校, 工程, 药学) and the level each is of. Others may be written freely. */
export const PROFESSIONAL_TITLES: Readonly<Record<string, TitleLevel>> = {
  主任医师: 'SENIOR',
  副主任医师: 'ASSOC_SENIOR',
  主治医师: 'INTERMEDIATE',
  医师: 'JUNIOR_ASSIST',
  医士: 'JUNIOR_CLERK',
  研究员: 'SENIOR',
  副研究员: 'ASSOC_SENIOR',
  助理研究员: 'INTERMEDIATE',
  研究实习员: 'JUNIOR_ASSIST',
  教授: 'SENIOR',
  副教授: 'ASSOC_SENIOR',
  讲师: 'INTERMEDIATE',
  助教: 'JUNIOR_ASSIST',
  正高级工程师: 'SENIOR',
  高级工程师: 'ASSOC_SENIOR',
  工程师: 'INTERMEDIATE',
  助理工程师: 'JUNIOR_ASSIST',
  技术员: 'JUNIOR_CLERK',
  主任药师: 'SENIOR',
  副主任药师: 'ASSOC_SENIOR',
  主管药师: 'INTERMEDIATE',
  药师: 'JUNIOR_ASSIST',
  药士: 'JUNIOR_CLERK',
};
