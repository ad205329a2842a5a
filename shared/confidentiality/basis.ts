import { z } from 'zod';

/** 技术信息 (侵犯商业秘密民事案件规定 2020 art. 1 ¶1), in the order of the provision. */
export const TECHNICAL_CONTENT = [
  'STRUCTURE', // 结构
  'RAW_MATERIAL', // 原料
  'COMPONENT', // 组分
  'FORMULA', // 配方
  'MATERIAL', // 材料
  'SPECIMEN', // 样品
  'STYLE', // 样式
  'PLANT_PROPAGATION', // 植物新品种繁殖材料
  'PROCESS', // 工艺
  'METHOD', // 方法或其步骤
  'ALGORITHM', // 算法
  'TECHNICAL_DATA', // 数据
  'SOFTWARE', // 计算机程序及其有关文档
] as const;

/** 经营信息 (the same provision, ¶2). */
export const BUSINESS_CONTENT = [
  'IDEA', // 创意
  'MANAGEMENT', // 管理
  'SALES', // 销售
  'FINANCE', // 财务
  'PLAN', // 计划
  'SAMPLE', // 样本
  'TENDER', // 招投标材料
  'CUSTOMER', // 客户信息
  'BUSINESS_DATA', // 数据
] as const;

/** 保密的内容: what of a thing is the secret. */
export const CONTENT_KINDS = [...TECHNICAL_CONTENT, ...BUSINESS_CONTENT] as const;
export const contentKindSchema = z.enum(CONTENT_KINDS);
export type ContentKind = z.infer<typeof contentKindSchema>;

/** 定密依据 in words: the law, agreement clause or rule on which the level stands. */
export const basisSchema = z.string().trim().max(500, 'TOO_LONG');
