/** Papers that leave as Word or PDF. */
export const documents = {
  save: '导出文件',
  formats: {
    DOCX: {
      name: 'Word 文档（.docx）',
      faces: '按仿宋、黑体、楷体、小标宋排版；本机缺少时由 Word 或 WPS 替换',
    },
    PDF: { name: 'PDF 文档（.pdf）', faces: '以随附的思源黑体排版，字体已嵌入' },
  },
  missing: (characters: string) =>
    `PDF 所用的字体没有这些字，文件中显示为方框：${characters}。请改用 Word 文档，并在有这些字的电脑上打印。`,
};
