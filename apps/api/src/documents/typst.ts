/**
 * Turns a typst template and data into PDF. The data reaches the template as JSON and is set as text: nothing that
 * somebody typed is read as markup. Templates stand beside the document they make; they reach no file and no network.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { must } from '@huhudao/domain';

const require = createRequire(import.meta.url);
/** Noto Sans for simplified Chinese, under the SIL Open Font License 1.1; the PDF embeds the letters it uses. */
const fonts = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');

let compiler: NodeCompiler | undefined;

/** Reading the fonts takes a tenth of a second: once, with the first document. */
const theCompiler = (): NodeCompiler =>
  (compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] }));

/**
 * `data` is what the template reads by `json(bytes(sys.inputs.data))`.
 * @throws Error with typst's own words where the template is wrong; what somebody typed cannot make it so
 */
export function renderPdf(template: string, data: unknown): Uint8Array<ArrayBuffer> {
  const typst = theCompiler();
  const compiled = typst.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const error = compiled.takeError();
  if (error !== null) throw new Error(`typst: ${JSON.stringify(error.shortDiagnostics)}`);
  const pdf = typst.pdf(must(compiled.result, 'a document'), { pdfStandard: 'ua-1' });
  // What one document left in memory is of no use for the one after the next.
  typst.evictCache(2);
  return new Uint8Array(pdf);
}
