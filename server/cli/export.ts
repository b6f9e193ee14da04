/** `export ARTICLE --out FILE`: the bilingual PDF. */
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  defaultExportOptions,
  exportLayouts,
  imprintLanguages,
  paperSizes,
  signatureLimit,
} from "#core/exporting/options.ts";
import { withData } from "./ask-data.ts";
import { WrongCall } from "./failure.ts";
import { readCall } from "./read-call.ts";

export const exportUsage = `Usage: npm run -s duizhao -- export ARTICLE --layout ${exportLayouts.join("|")} --out FILE [--paper ${paperSizes.join("|")}] [--language ${imprintLanguages.join("|")}] [--signature NAME] [--no-numbers]
Writes the article with its translation as a PDF. The language is that of the facts under the title; the signature names you there.
`;

export async function runExport(given: readonly string[]): Promise<number> {
  const { values, positionals } = readCall(given, {
    layout: { type: "string", default: defaultExportOptions.layout },
    paper: { type: "string", default: defaultExportOptions.paper },
    language: { type: "string", default: defaultExportOptions.language },
    signature: { type: "string", default: defaultExportOptions.signature },
    "no-numbers": { type: "boolean", default: false },
    out: { type: "string" },
  });
  const [article] = positionals;
  const layout = exportLayouts.find((each) => each === values.layout);
  const paper = paperSizes.find((each) => each === values.paper);
  const language = imprintLanguages.find((each) => each === values.language);
  const isNamed = values.signature.trim().length <= signatureLimit;
  if (!article || positionals.length > 1 || !layout || !paper || !language || !isNamed || !values.out) {
    throw new WrongCall();
  }
  const out = path.resolve(values.out);
  const options = { layout, paper, language, signature: values.signature, numbers: !values["no-numbers"] };
  const { pdf, pages, notices } = await withData((ask) => ask("export", { article, ...options }));
  // Whole or not at all.
  await writeFile(`${out}.part`, Buffer.from(pdf, "base64"));
  await rename(`${out}.part`, out);
  for (const notice of notices) process.stderr.write(`${notice}\n`);
  process.stdout.write(`Wrote ${out}: ${pages} ${pages === 1 ? "page" : "pages"}.\n`);
  return 0;
}
