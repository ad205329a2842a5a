/** What is used of pdfmake 0.3; the package ships no types. */
declare module 'pdfmake' {
  type Margin = [left: number, top: number, right: number, bottom: number];
  type Style = {
    font?: string;
    fontSize?: number;
    bold?: boolean;
    lineHeight?: number;
    alignment?: 'left' | 'right' | 'center' | 'justify';
    margin?: Margin;
    leadingIndent?: number;
    color?: string;
  };
  type Content =
    | (Style & { text: string | (Style & { text: string })[]; headlineLevel?: number; noWrap?: boolean })
    | (Style & { stack: Content[]; unbreakable?: boolean })
    | (Style & { columns: (Content & { width: number | '*' })[]; columnGap?: number })
    | (Style & { image: string; width: number })
    | (Style & {
        table: { headerRows: number; widths: number[]; dontBreakRows?: boolean; body: Content[][] };
        layout: object | string;
      })
    | { text: ''; pageBreak: 'after' };
  type Definition = {
    content: Content[];
    pageSize: { width: number; height: number };
    pageMargins: Margin;
    footer(page: number, pages: number): Content;
    defaultStyle: Style;
    info: { title: string; creator: string; producer: string };
    language: string;
    displayTitle: boolean;
    pageBreakBefore?(
      node: { headlineLevel?: number },
      nodes: { getFollowingNodesOnPage(): unknown[] },
    ): boolean;
  };
  /** A font as pdfkit holds it, with fontkit's own object inside. */
  type Font = { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  type OutputDocument = {
    getBuffer(): Promise<Buffer>;
    getStream(): Promise<{ provideFont(family: string, bold: boolean, italics: boolean): Font }>;
  };
  const pdfmake: {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Definition): OutputDocument;
  };
  // biome-ignore lint/style/noDefaultExport: the package exports itself
  export default pdfmake;
  export type { Content, Definition, Style };
}
