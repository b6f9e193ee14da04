/** Both languages say the same things, and no visible sentence stands outside of messages/. */
import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { listSourceFiles } from "#scripts/read-imports.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Reads the same in every language. */
const wordless = /对照|https:\/\/|\b(Ctrl|Shift|Alt|Esc|Enter|Tab|[A-Z])\b/g;

const names = readdirSync("messages/en").filter((name) => name.endsWith(".json"));

describe.each(names)("%s", (name) => {
  const english = flatten(readTree(`messages/en/${name}`));
  const chinese = flatten(readTree(`messages/zh-CN/${name}`));

  test("has the same keys in both languages", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("takes the same arguments in both languages", () => {
    const differing = [...english].filter(
      ([key, sentence]) => listArguments(sentence) !== listArguments(chinese.get(key) ?? ""),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("has no empty sentence", () => {
    const empty = [...english, ...chinese].filter(([, sentence]) => sentence.trim() === "");
    expect(empty).toEqual([]);
  });
});

test("both languages have the same files", () => {
  expect(readdirSync("messages/zh-CN").filter((name) => name.endsWith(".json"))).toEqual(names);
});

describe("visible text", () => {
  test.each([
    ["<p>Hello</p>", ["Hello"]],
    ["<p>\n  Hello {name}\n</p>", ["Hello"]],
    ['<img alt="A cat" src="cat.png" />', ["A cat"]],
    ['<IconButton icon={X} label="Close" />', ["Close"]],
    ['<p>{t("hello")}</p>', []],
    ["<span aria-hidden>对照 · →</span>", []],
    ["const a = useRef<HTMLElement>(null); if (a > 3 && b < 4) run();", []],
    ["<li>{items.map((item) => <b key={item}>{item}</b>)}</li>", []],
    ["<p>{/* why */}</p>", []],
  ])("in %s is %j", (source, found) => {
    expect(findVisibleText(source)).toEqual(found);
  });

  test("stands in messages/ alone", () => {
    const screens = listSourceFiles().filter((file) => /^(app|components)\/.*\.tsx$/.test(file));
    const found = screens.flatMap((file) =>
      findVisibleText(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

function readTree(file: string): Tree {
  // Checked by the flattening below: whatever is no sentence is walked as a tree.
  return JSON.parse(readFileSync(file, "utf8")) as Tree;
}

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names and kinds of a sentence's arguments and tags; plural and select count as their name, since languages branch differently. */
function listArguments(sentence: string): string {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(sentence));
  return [...found].sort().join(" ");
}

/**
 * Sentences written into JSX: text between tags, and attributes that people see or hear. Reads the text with patterns,
 * not a parser: enough for code formatted by Biome. Our mark 对照, names of keys, symbols and punctuation are no sentences.
 */
function findVisibleText(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replaceAll("=>", "");
  const between = /(?:<\/?[A-Za-z][\w.]*(?:\s[^<>]*)?>|<>|<\/>)([^<>{}();=]+?)(?=[<{])/g;
  const attributes =
    /\s(?:alt|title|placeholder|label|aria-label|aria-description|aria-roledescription)="([^"]+)"/g;
  return [...code.matchAll(between), ...code.matchAll(attributes)]
    .map(([, text = ""]) => text.trim())
    .filter((text) => /\p{L}/u.test(text.replace(wordless, "")));
}
