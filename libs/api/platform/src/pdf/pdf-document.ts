import PDFDocument, { type StructureElement } from 'pdfkit';
import type { Brand } from '../brand/brand.js';

const OWN_SIGN = { ground: '#074351', quiet: '#b9e1ed' };

/** A document that knows whose it is. */
export class Pdf extends PDFDocument {
  private whole: StructureElement | undefined;

  constructor(
    readonly brand: Brand,
    options: ConstructorParameters<typeof PDFDocument>[0],
  ) {
    super(options);
  }

  /** Readers of tagged documents look for one element that holds all others. */
  override addStructure(element: StructureElement): this {
    if (!this.whole) super.addStructure((this.whole = this.struct('Document')));
    this.whole.add(element);
    return this;
  }

  override end(): void {
    this.whole?.end();
    super.end();
  }

  /** Of signs and what is written small on them: the brand's, or the product's own. */
  get sign(): { ground: string; quiet: string } {
    const own = this.brand.palette?.light;
    return { ground: own?.sign ?? OWN_SIGN.ground, quiet: own?.signInk2 ?? OWN_SIGN.quiet };
  }
}
