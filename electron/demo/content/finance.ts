import type { Level } from '#shared/confidentiality/levels.ts';
import { addDays, type CalendarDate } from '#shared/dates.ts';
import type { Retention } from '#shared/records/retention.ts';
import { accountRows, accountsPage, money, voucherSheet } from '../pictures/financePages.ts';
import type { Studio } from '../pictures/studio.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { BODY } from './units.ts';
import { markOf, runningTerm, type World, workday, written } from './world.ts';

type Books = {
  title: string;
  date: CalendarDate;
  subcategory: string;
  retention: Retention;
  period: string;
  level: Level;
  scale: number;
};

/** Statements of the year and of quarters, vouchers: 会计档案. */
export function financeRecords(world: World, count: number): RecordPlan[] {
  const books: Books[] = [];
  for (let year = world.firstYear; year < world.firstYear + 6; year += 1) {
    books.push({
      title: `${year}年度联合体经费决算报告`,
      date: workday(`${year + 1}-03-12`),
      subcategory: '03',
      retention: 'Y',
      period: `${year}年度`,
      level: 'INTERNAL',
      scale: 60 + (year - world.firstYear) * 14,
    });
    books.push({
      title: `${year}年第三季度经费执行情况表`,
      date: workday(`${year}-10-14`),
      subcategory: '03',
      retention: 'D10',
      period: `${year}年7—9月`,
      level: year % 3 === 1 ? 'TRADE_SECRET' : 'INTERNAL',
      scale: 22,
    });
    books.push({
      title: `${year}年${year % 2 === 0 ? '六' : '十一'}月记账凭证`,
      date: workday(`${year}-${year % 2 === 0 ? '06' : '11'}-26`),
      subcategory: '01',
      retention: 'D30',
      period: '',
      level: 'INTERNAL',
      scale: 1,
    });
  }
  return books
    .filter(({ date }) => date < addDays(world.today, -4))
    .slice(0, count)
    .map((each, index) => recordOf(world, each, index));
}

function recordOf(world: World, books: Books, index: number): RecordPlan {
  const { title, date, subcategory, retention, level } = books;
  return {
    fields: {
      title,
      docDate: date,
      docNo: subcategory === '01' ? `记-${String(120 + index * 17).padStart(4, '0')}` : '',
      responsible: `${BODY.name}财务组`,
      category: 'KU',
      subcategory,
      retention,
      dept: '财务组',
      originalForm: 'PAPER',
      originalPlace: placeOf(date, 7),
      place: '',
      description:
        subcategory === '01'
          ? '含原始凭证附件三张，已与总账核对。'
          : '按预算科目列示预算数、执行数与执行率，附说明。',
      keywords: ['财务', subcategory === '01' ? '凭证' : '报告', '经费'],
      language: 'zh',
    },
    level,
    term: runningTerm(world, level, date),
    basis: BASIS[level],
    personalInfo: false,
    project: null,
    people: [world.index('罗佳禾')],
    files: [{ name: `${title}.jpg`, role: 'ORIGINAL', make: (studio) => draw(world, books, index, studio) }],
  };
}

async function draw(
  world: World,
  { title, date, subcategory, period, level, scale }: Books,
  index: number,
  studio: Studio,
): Promise<Uint8Array> {
  const dice = world.dice(`finance/${index}`);
  const seal = await studio.seal(BODY.name, '财务专用章');
  const scanning = world.dice(`finance/${index}/scan`);
  if (subcategory === '01') {
    const amount = money(dice.whole(9_000, 480_000) * 100);
    const text = dice.pick([
      '支付样本转运冷链服务费',
      '支付注册检验费',
      '支付专家评审咨询费',
      '购置移液器及耗材',
      '支付展示区制作费',
    ]);
    const entries = [
      [text, '项目支出—测试化验加工费', amount, ' '],
      [text, '银行存款', ' ', amount],
      [' ', ' ', ' ', ' '],
      ['合计', ' ', amount, amount],
    ];
    return studio.scan(
      voucherSheet({
        number: `记-${String(120 + index * 17).padStart(4, '0')}`,
        date: written(date),
        unit: `${BODY.shortName}财务组`,
        entries,
        by: '罗佳禾',
        seal,
      }),
      'warm',
      scanning,
    );
  }
  const page = accountsPage({
    title,
    period,
    unit: `${BODY.name}财务组`,
    mark: markOf(level, runningTerm(world, level, date)),
    rows: accountRows(dice, scale),
    remark: '本表按照批准预算编制，结余结转下年使用；设备费含共享平台分摊，明细见附注。数据与总账核对一致。',
    by: '罗佳禾',
    checkedBy: '林致远',
    seal,
  });
  return studio.scan(page, 'white', scanning);
}
