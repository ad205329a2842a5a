import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatOfName,
  GUARDED_FORMATS,
  type GuardedFile,
  type GuardVerdict,
  guardImport,
  markInText,
} from '#shared/records/importGuard.ts';

const STATE_SECRETS_STOPPED = [
  '绝密★',
  '机密★10年',
  '秘密★长期',
  '绝密 ★ 30年',
  '绝 密 ★ 10 年',
  '绝　密★１０年',
  '机密\u200b★5年',
  '機密★10年',
  '絕密★',
  '祕密★3年',
  '秘密级★1年',
  '机密☆5年',
  '机密*10年',
  '秘密＊6个月',
  '绝密★公布前',
  '本页上方标有 机密★20年 字样',
  '关于××的通知\n绝密\n各单位：',
  '绝　密',
  '机密级',
  '秘密',
  '  秘密  ',
  '【机密】',
  '（秘密）',
  '机密10年',
  '密级：秘密',
  '密级: 机密★5年',
  '标题\r\n绝密\r\n★\r\n',
  '正文提到秘密\n★5年',
  'ＡＢＣ\f机密\f',
];

const PASSED = [
  '',
  '商业秘密',
  '商业秘密★5年',
  '商 业 秘 密 ★ 5年',
  '商業秘密★5年',
  '商业机密★长期',
  '××联合体核心商密▲10年',
  '核心商密★10年',
  '普通商密▲5年',
  '密级：商业秘密',
  '密级：核心商密',
  '保守国家秘密法',
  '任何人不得泄露国家秘密、工作秘密。',
  '本协议所称秘密，是指……',
  '秘密武器',
  '机密性、完整性、可用性',
  '绝密档案馆★★★★☆推荐',
  '机密*注：见附件',
  '第三条 保守秘密\n★ 重点条款',
  '商业秘密\n★5年',
  '涉及工作秘密的，按有关规定办理',
  '工作秘密管理办法',
];

describe('marks of state secrets in the text of the first page (保守国家秘密法 arts. 14, 22, 29, 31)', () => {
  it.each(STATE_SECRETS_STOPPED)('stops %j', (text) => {
    expect(markInText(text)).toBe('STATE_SECRET_MARK');
  });

  it.each(PASSED)('lets %j pass', (text) => {
    expect(markInText(text)).toBeNull();
  });

  it.each([
    '工作秘密',
    '工 作 秘 密',
    '【工作秘密】',
    '工作秘密★3年',
    '密级：工作秘密',
    '标题\n工作秘密\n正文',
  ])('stops %j as a work secret', (text) => {
    expect(markInText(text)).toBe('WORK_SECRET_MARK');
  });

  it('finds a mark wherever it stands, however it is spaced', () => {
    const blanks = fc.stringMatching(/^[ \t\u3000\u00a0\u200b]{0,3}$/);
    const level = fc.constantFrom('绝密', '机密', '秘密', '機密', '絕密');
    const around = fc.stringMatching(/^[a-z一二三甲乙丙，。\n ]{0,12}$/);
    fc.assert(
      fc.property(around, level, blanks, blanks, around, (before, [first = '', second = ''], a, b, after) => {
        expect(markInText(`${before}${first}${a}${second}${b}★${after}`)).toBe('STATE_SECRET_MARK');
      }),
    );
  });

  it('never stops a text in which every 秘密 is a 商业秘密', () => {
    const words = fc.constantFrom('商业秘密', '商业机密', '★', '▲5年', '保护', '第一条', '，', '\n', ' ');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        expect(markInText(parts.join(''))).toBeNull();
      }),
    );
  });

  it('answers in linear time for text made to make a pattern stumble', () => {
    const started = performance.now();
    for (const text of [
      '绝'.repeat(100_000),
      '秘密'.repeat(100_000),
      `秘密${' '.repeat(200_000)}`,
      '密级:'.repeat(50_000),
    ]) {
      markInText(text);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('formats that must not be held (人类遗传资源管理条例 arts. 27–28; patient images)', () => {
  it.each([
    ['reads.fastq', 'FASTQ'],
    ['reads_R1.fq.gz', 'FASTQ'],
    ['READS.FASTQ.BZ2', 'FASTQ'],
    ['a.fastq.tar.gz', 'FASTQ'],
    ['a.bam', 'BAM'],
    ['a.BAM ', 'BAM'],
    ['a.cram', 'CRAM'],
    ['a.sam', 'SAM'],
    ['患者.vcf', 'VCF'],
    ['患者.g.vcf.gz', 'VCF'],
    ['患者．ｖｃｆ', 'VCF'],
    ['a.bcf', 'BCF'],
    ['200_R01C01_Grn.idat', 'IDAT'],
    ['chip.CEL', 'CEL'],
    ['IM-0001.dcm', 'DICOM'],
    ['scan.dcm.zip', 'DICOM'],
    ['DICOMDIR', 'DICOM'],
  ])('knows %j by its name as %s', (name, format) => {
    expect(formatOfName(name)).toBe(format);
  });

  it.each(['vcf', 'bam', '关于bam的说明.docx', 'excel.xlsx', 'a.vcf.txt', 'fastq.pdf', 'a.gz', '.fq~', ''])(
    'finds nothing in %j',
    (name) => {
      expect(formatOfName(name)).toBeNull();
    },
  );

  it.each(GUARDED_FORMATS)(
    'stops %s by content under an innocent name, and never lets it be overridden',
    (format) => {
      const verdict = guardImport(file({ name: '会议照片.jpg', guardedFormat: format }));
      expect(verdict).toEqual({
        verdict: 'stop',
        rule: format === 'DICOM' ? 'DICOM' : 'GENOMIC',
        where: 'content',
        quotable: false,
      });
    },
  );

  it('is not hidden behind a mark that may be declared quoted', () => {
    const verdict = guardImport(file({ name: '秘密★.bam', firstPageText: '绝密★' }));
    expect(verdict).toMatchObject({ rule: 'GENOMIC', quotable: false });
  });
});

describe('marks in names', () => {
  it.each(['绝密★会议纪要.pdf', '机密★5年 方案.docx', '秘密.pdf', '【机密】.docx', '绝 密.PDF', '秘密'])(
    'stops a file called %j; training material may be declared as such',
    (name) => {
      expect(guardImport(file({ name }))).toEqual(stopped('STATE_SECRET_MARK', 'name', true));
    },
  );

  it('stops a file in a folder that bears a mark', () => {
    expect(guardImport(file({ folders: ['2025', '机密★10年', '附件'] }))).toEqual(
      stopped('STATE_SECRET_MARK', 'name', true),
    );
  });

  it.each(['商业秘密保护制度.pdf', '保密培训.pptx', '秘密花园.jpg', '商业秘密★.pdf', '工作秘密管理办法.doc'])(
    'lets %j pass',
    (name) => {
      expect(guardImport(file({ name }))).toEqual({ verdict: 'pass' });
    },
  );

  it('says that a mark was found in the text, and lets a work secret be declared quoted too', () => {
    expect(guardImport(file({ firstPageText: '工作秘密\n关于……' }))).toEqual(
      stopped('WORK_SECRET_MARK', 'text', true),
    );
  });

  it('passes a file without a readable text layer', () => {
    expect(guardImport(file({ name: 'IMG_0001.JPG' }))).toEqual({ verdict: 'pass' });
  });
});

function file(parts: Partial<GuardedFile>): GuardedFile {
  return { name: '文件.pdf', folders: [], guardedFormat: null, firstPageText: null, ...parts };
}

function stopped(
  rule: 'STATE_SECRET_MARK' | 'WORK_SECRET_MARK',
  where: 'name' | 'text',
  quotable: boolean,
): GuardVerdict {
  return { verdict: 'stop', rule, where, quotable };
}
