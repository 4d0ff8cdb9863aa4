import { buffer } from 'node:stream/consumers';
import PDFDocument, { type StructureElement } from 'pdfkit';
import { documentTexts, type DocumentText, type Section } from './document-texts.js';

export type DocumentName = keyof typeof documentTexts;
export const documentNames = Object.keys(documentTexts) as DocumentName[];

const margin = 64;
const width = 595.28 - 2 * margin;
const ink = '#131e22';
const petrol = '#074351';
const bullet = '#0e596b';
const written = new Date('2024-01-02T03:04:06Z');

/** What is drawn but says nothing: a screen reader passes over it. */
const decoration = (doc: PDFDocument, draw: () => void): void => {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
};

const foot = (doc: PDFDocument, title: string, page: number, pages: number): void => {
  const { x, y } = doc;
  decoration(doc, () => {
    doc.rect(margin, 762, width, 1.5).fill(petrol);
    doc.font('Helvetica').fontSize(10).fillColor('#445156');
    doc.text(`${title}, page ${page} of ${pages}`, margin, 768, { lineBreak: false });
  });
  doc.x = x;
  doc.y = y;
};

const sign = (doc: PDFDocument, { title, lead }: DocumentText): void => {
  decoration(doc, () => {
    doc.roundedRect(margin - 16, 56, width + 32, 132, 16).fill(petrol);
    doc
      .roundedRect(margin - 11, 61, width + 22, 122, 12)
      .lineWidth(2)
      .strokeColor('#ffffff')
      .stroke();
    doc.circle(margin + width - 12, 84, 7).fill('#ffc906');
  });
  doc.addStructure(
    doc.struct('H1', () =>
      doc
        .font('Helvetica-Bold')
        .fontSize(32)
        .fillColor('#ffffff')
        .text(title, margin + 8, 88),
    ),
  );
  doc.addStructure(
    doc.struct('P', () =>
      doc
        .font('Helvetica')
        .fontSize(14)
        .fillColor('#b9e1ed')
        .text(lead, margin + 8, 130, { width: width - 24 }),
    ),
  );
  doc.y = 228;
};

const size = 15.5;
const gap = 5.5;

const paragraph = (doc: PDFDocument, text: string): void => {
  const write = (): void => {
    doc.font('Helvetica').fontSize(size).fillColor(ink).text(text, margin, doc.y, { width, lineGap: gap });
  };
  doc.addStructure(doc.struct('P', write));
  doc.y += 9;
};

const list = (doc: PDFDocument, items: readonly string[]): void => {
  const entry = (text: string): StructureElement => {
    const mark = (): void => {
      doc.rect(margin + 2, doc.y + 3, 8, 8).fill(bullet);
    };
    const body = (): void => {
      doc.font('Helvetica').fontSize(size).fillColor(ink);
      doc.text(text, margin + 22, doc.y, { width: width - 22, lineGap: gap });
      doc.y += 7;
    };
    return doc.struct('LI', [doc.struct('Lbl', mark), doc.struct('LBody', body)]);
  };
  const element = doc.struct('L', items.map(entry));
  doc.addStructure(element);
  element.end();
  doc.y += 2;
};

const section = (doc: PDFDocument, { heading, lines }: Section): void => {
  const top = doc.y;
  doc.addStructure(
    doc.struct('H2', () => doc.font('Helvetica-Bold').fontSize(23).fillColor(petrol).text(heading, margin, top)),
  );
  doc.y += 12;
  for (const text of lines.filter((one) => !one.startsWith('- '))) paragraph(doc, text);
  const items = lines.filter((one) => one.startsWith('- ')).map((one) => one.slice(2));
  if (items.length > 0) list(doc, items);
  doc.y += 24;
};

/** One of the demo's documents as a tagged PDF in British English; the same bytes on every call. */
export const buildPdf = async (name: DocumentName): Promise<Uint8Array> => {
  const text: DocumentText = documentTexts[name];
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: text.title, Author: 'Waymark', CreationDate: written, ModDate: written },
  });
  const bytes = buffer(doc);
  text.pages.forEach((sections, index) => {
    if (index === 0) sign(doc, text);
    else doc.addPage();
    foot(doc, text.title, index + 1, text.pages.length);
    for (const one of sections) section(doc, one);
  });
  doc.end();
  return new Uint8Array(await bytes);
};
