/** The fonts of every export: static TrueType files from npm, so that each machine prints the same pages. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const faces = [
  [
    "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
  ],
  [
    "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  ],
  ["@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"],
];

/** The bytes of all font files, by face: Chinese, Latin, emoji. Throws when a package is missing: better no export than boxes. */
export function readFontFaces(): Buffer[][] {
  return faces.map((paths) => paths.map((path) => readFileSync(require.resolve(path))));
}

/** Where the font files are, without links. Throws when a package is missing. */
export function findFontFiles(): string[] {
  return faces.flat().map((path) => require.resolve(path));
}
