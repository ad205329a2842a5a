/** Evidence: files of archive records, cited by their bytes. */
export const citations = {
  evidence: '佐证',
  choose: '选择佐证文件',
  replace: '更换',
  clear: '移去佐证',
  find: '按题名、档号、文件名查找档案',
  nothing: '没有符合的档案',
  nothingHelp: '佐证须是已存入档案的文件。先把文件存入档案，再到这里引用。',
  onlyLower: (level: string) => `只列出${level}及以下可引用的档案。`,
  files: '选一个文件',
  states: { PRESENT: '在档', CHANGED: '文件已变动', GONE: '档案已移除', NOT_OPEN: '密级未打开' },
  explain: {
    PRESENT: '引用时的文件仍在此档案中。',
    CHANGED: '此档案中已没有引用时的文件，据此作出的判断须重新核对。',
    GONE: '所引用的档案已移除，据此作出的判断须重新核对。',
    NOT_OPEN: '所引用的档案在未打开的密级中。',
  },
  hash: (start: string) => `SHA-256 ${start}…`,
};
