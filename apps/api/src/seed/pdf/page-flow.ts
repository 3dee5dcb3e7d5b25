import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { demoFont } from './font.js';

/** A4 in points, with the margins of an office paper. */
const PAGE = { width: 595.28, height: 841.89, left: 71, right: 43, top: 57, bottom: 64 } as const;

const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LINE = 1.35;

export interface ParagraphStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** Indent of the whole paragraph, points. */
  readonly indent?: number;
  /** Space above, points. */
  readonly above?: number;
}

/** Text flowing over as many pages as it needs, numbered at the end. */
export class PageFlow {
  private page: PDFPage;
  private y = 0;
  private readonly widths = new Map<string, number>();

  private constructor(
    private readonly document: PDFDocument,
    private readonly regular: PDFFont,
    private readonly bold: PDFFont,
  ) {
    this.page = this.newPage();
  }

  /** An empty document. @param title shown by readers in the window's head */
  static async begin(title: string, madeAt: Date): Promise<PageFlow> {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    document.setTitle(title);
    document.setLanguage('ru-RU');
    document.setCreationDate(madeAt);
    document.setModificationDate(madeAt);
    const [regular, bold] = [
      await document.embedFont(await demoFont('Regular')),
      await document.embedFont(await demoFont('Bold')),
    ];
    return new PageFlow(document, regular, bold);
  }

  paragraph(text: string, style: ParagraphStyle = {}): void {
    const { size = 10.5, bold = false, centred = false, indent = 0, above = 3 } = style;
    const font = bold ? this.bold : this.regular;
    this.y -= above;
    for (const line of this.wrap(text, font, size, WIDTH - indent)) {
      if (this.y - size * LINE < PAGE.bottom) this.page = this.newPage();
      this.y -= size * LINE;
      const slack = centred ? (WIDTH - indent - font.widthOfTextAtSize(line, size)) / 2 : 0;
      this.page.drawText(line, { x: PAGE.left + indent + slack, y: this.y, size, font, color: rgb(0, 0, 0) });
    }
  }

  /** Begins the next page. */
  breakPage(): void {
    this.page = this.newPage();
  }

  /** The bytes, every page numbered. */
  async finish(): Promise<Uint8Array> {
    const pages = this.document.getPages();
    pages.forEach((page, index) => {
      const text = `${index + 1} из ${pages.length}`;
      const x = (PAGE.width - this.regular.widthOfTextAtSize(text, 8)) / 2;
      page.drawText(text, { x, y: 34, size: 8, font: this.regular, color: rgb(0.35, 0.35, 0.35) });
    });
    return this.document.save();
  }

  private newPage(): PDFPage {
    this.y = PAGE.height - PAGE.top;
    return this.document.addPage([PAGE.width, PAGE.height]);
  }

  private wrap(text: string, font: PDFFont, size: number, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.widthOf(longer, font, size) > width) {
        lines.push(line);
        line = word;
        continue;
      }
      line = longer;
    }
    return [...lines, line];
  }

  /** The width of words, each measured once: measuring is most of the work. */
  private widthOf(text: string, font: PDFFont, size: number): number {
    const words = text.split(' ').map((word) => this.measure(word, font));
    return (
      (words.reduce((sum, width) => sum + width, 0) + this.measure(' ', font) * (words.length - 1)) * size
    );
  }

  private measure(word: string, font: PDFFont): number {
    const key = `${font.name} ${word}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = font.widthOfTextAtSize(word, 1000) / 1000;
    this.widths.set(key, width);
    return width;
  }
}
