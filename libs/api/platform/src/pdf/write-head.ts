import { decoration, drawMark, type Pdf, PDF_COLOURS, writeLine } from './branded-pdf.js';

const [LEFT, WIDTH, TOP] = [48, 499, 36];
const [TITLE_WIDTH, TITLE_MOST, LEAST] = [425, 80, 108];
/** Below this a heading would stand alone at the foot of a page. */
const LAST = 690;

interface Head {
  /** What kind of paper it is. */
  above: string;
  title: string;
  below?: string;
}

/** The sign at the head of an upright page: a long title is written smaller. `y` afterwards is below it. */
export function writeHead(pdf: Pdf, { above, title, below }: Head): void {
  const tall = (size: number): number =>
    pdf.font('strong').fontSize(size).heightOfString(title, { width: TITLE_WIDTH });
  const size = [28, 24, 18, 14].find((each) => tall(each) <= TITLE_MOST) ?? 12;
  const after = TOP + 38 + tall(size);
  const height = Math.max(after + (below ? 24 : 0) + 14 - TOP, LEAST);
  decoration(pdf, () => {
    pdf.roundedRect(TOP, TOP, 523, height, 14).fill(pdf.sign.ground);
    pdf
      .roundedRect(TOP + 5, TOP + 5, 513, height - 10, 10)
      .lineWidth(2)
      .strokeColor(PDF_COLOURS.signInk)
      .stroke();
    drawMark(pdf, 492, 56, 42);
  });
  const line = { x: LEFT + 10, width: TITLE_WIDTH };
  writeLine(pdf, above, { ...line, tag: 'P', y: TOP + 18, size: 13, colour: pdf.sign.quiet });
  writeLine(pdf, title, { ...line, tag: 'H1', y: TOP + 38, size, strong: true, colour: PDF_COLOURS.signInk });
  if (below) writeLine(pdf, below, { ...line, tag: 'P', y: after + 4, size: 12, colour: PDF_COLOURS.signInk });
  pdf.y = TOP + height + 14;
}

/** A heading of an upright page, on the next one where nothing would fit below it. */
export function writeHeading(pdf: Pdf, text: string): void {
  if (pdf.y > LAST) {
    pdf.addPage();
    pdf.y = LEFT;
  }
  writeLine(pdf, text, { tag: 'H2', x: LEFT, y: pdf.y + 16, width: WIDTH, size: 16, strong: true });
  pdf.y += 6;
}
