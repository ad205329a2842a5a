import type { levels as zh } from '../zh-CN/levels.ts';

/** Levels, tiers and terms as every screen, print and export names them. */
export const levels: typeof zh = {
  names: {
    PUBLIC: 'Public',
    INTERNAL: 'Internal',
    TRADE_SECRET: 'Trade secret',
    CORE_TRADE_SECRET: 'Core trade secret',
  },
  explain: {
    PUBLIC: 'May be shown and published',
    INTERNAL: 'For use within the joint body',
    TRADE_SECRET: 'Disclosure would harm the joint body or a member',
    CORE_TRADE_SECRET: 'Disclosure would do especially grave harm to the joint body or a member',
  },
  tiers: { register: 'Public and internal', secret: 'Trade secret', core: 'Core trade secret' },
  level: 'Level',
  term: 'Term',
  until: (date) => `confidential until ${date}`,
  noTerm: 'No term',
  permanent: 'Permanent',
  untilPublished: 'Until published',
  years: (count) => (count === 1 ? '1 year' : `${count} years`),
  months: (count) => (count === 1 ? '1 month' : `${count} months`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  otherTerm: 'Other term',
  otherTermHelp: 'For example 6 months or 30 days',
  personalInfo: 'Contains personal information',
  noStateSecrets: 'State secrets of any grade must not be kept here.',
};
