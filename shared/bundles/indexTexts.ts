import { levels as levelsEn } from '../translations/en/levels.ts';
import { levels as levelsZh } from '../translations/zh-CN/levels.ts';

/** The words of a bundle's index.html. It is read without any program of ours, so both languages stand side by side. */
export const indexTexts = {
  heading: ['资料包', 'Bundle'],
  from: ['来自', 'From'],
  to: ['发给', 'To'],
  copy: ['份号', 'Copy'],
  created: ['生成时间', 'Made'],
  purpose: ['用途', 'Purpose'],
  level: ['密级', 'Level'],
  expires: ['有效期至', 'Valid until'],
  terms: ['使用约定', 'Terms of use'],
  mayPrint: ['可打印', 'may be printed'],
  mayNotPrint: ['不得打印', 'not to be printed'],
  mayForward: ['可转发', 'may be passed on'],
  mayNotForward: ['不得转发', 'not to be passed on'],
  bundleId: ['包标识', 'Bundle id'],
  signingKey: ['签名公钥', 'Signing key'],
  contents: ['内容', 'Contents'],
  title: ['题名', 'Title'],
  kind: ['类型', 'Kind'],
  refCode: ['档号', 'Reference code'],
  date: ['日期', 'Date'],
  files: ['文件', 'Files'],
  draft: ['草稿', 'draft'],
  none: ['无', 'none'],
  verify: ['如何核验', 'How to verify'],
  verifyWhole: [
    '是否完整（在本文件夹的上一级运行，每一行都应为 OK）：',
    'Whether it is whole (run in the folder above this one; every line must say OK):',
  ],
  verifySigner: [
    '由谁签名（先把对方当面或电话核对过的公钥写入 allowed_signers 文件）：',
    'Who signed it (first put the sender’s key, compared in person or by telephone, into the file allowed_signers):',
  ],
  notProof: [
    '本页只列出内容，本身不能证明任何事；以上两步才是核验。',
    'This page only lists what is here and proves nothing by itself; the two steps above do.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export const kindTexts = {
  record: ['档案', 'Record'],
  person: ['人员', 'Person'],
  unit: ['单位', 'Unit'],
  project: ['项目', 'Project'],
} as const;

export const LEVEL_SIGNS = { PUBLIC: '○', INTERNAL: '●', TRADE_SECRET: '▲', CORE_TRADE_SECRET: '◆' } as const;

export function levelText(code: keyof typeof LEVEL_SIGNS): string {
  return `${LEVEL_SIGNS[code]} ${levelsZh.names[code]} ${levelsEn.names[code]}`;
}
