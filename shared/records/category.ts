import { z } from 'zod';

/** 门类 of DA/T 13-2022. */
export const CATEGORIES = [
  'WS', // 文书
  'KJ', // 科技
  'RS', // 人事
  'KU', // 会计
  'ZY', // 专业
  'ZP', // 照片
  'LY', // 录音
  'LX', // 录像
  'SJ', // 业务数据
  'YJ', // 公务电子邮件
  'WY', // 网页
  'MT', // 社交媒体
  'SW', // 实物
] as const;
export const categorySchema = z.enum(CATEGORIES, 'CATEGORY_UNKNOWN');
export type Category = z.infer<typeof categorySchema>;

/**
 * Second level of a category in the reference code. KY 科研 is the standard's; the four of 会计 follow the order of
 * 会计档案管理办法 art. 6: 会计凭证, 会计账簿, 财务会计报告, 其他.
 */
const SUBCATEGORIES: Partial<Record<Category, readonly string[]>> = {
  KJ: ['KY'],
  KU: ['01', '02', '03', '04'],
};

/** Second-level codes to choose from; empty where the category has none. */
export function subcategoriesOf(category: Category): readonly string[] {
  return SUBCATEGORIES[category] ?? [];
}

/** The second level a code gets where nobody chose one: 科技 of a research body is KY 科研. */
export function defaultSubcategory(category: Category): string {
  return category === 'KJ' ? 'KY' : '';
}

/** The category a file suggests by its kind; a person may choose another. */
export function categoryForFile(kind: 'image' | 'pdf' | 'video' | 'audio' | 'text' | 'other'): Category {
  if (kind === 'image') return 'ZP';
  if (kind === 'audio') return 'LY';
  return kind === 'video' ? 'LX' : 'WS';
}
