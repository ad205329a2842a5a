import type { documents as zh } from '../zh-CN/documents.ts';

export const documents: typeof zh = {
  save: 'Save document',
  formats: {
    DOCX: {
      name: 'Word document (.docx)',
      faces: 'Set in FangSong, HeiTi, KaiTi and XiaoBiaoSong; Word or WPS replaces what is not installed',
    },
    PDF: { name: 'PDF document (.pdf)', faces: 'Set in Noto Sans SC, which is inside the file' },
  },
  missing: (characters) =>
    `The font of the PDF has no picture for these characters; they stand in it as boxes: ${characters}. Save it as Word and print it where they are installed.`,
};
