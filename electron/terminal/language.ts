/** The language of the terminal's locale, by POSIX's order of variables; where none is set, as on Windows, of the system's. */
export function terminalLanguage(
  env: NodeJS.ProcessEnv = process.env,
  systemLocale = Intl.DateTimeFormat().resolvedOptions().locale,
): 'zh-CN' | 'en' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  return /^zh\b|^zh_/i.test(locale) ? 'zh-CN' : 'en';
}
