import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAppError } from "../errors.ts";
import { outline } from "./fixture-outline.ts";
import { readZhihuFile } from "./read-article.ts";
import { refusalReasons } from "./refusals.ts";

const folder = new URL("./fixtures/", import.meta.url);
const list = (name: string) =>
  readdirSync(new URL(`${name}/`, folder)).filter((file) => !file.endsWith(".expected"));
const readFixture = (name: string) => readFileSync(new URL(name, folder));

/** Header and outline: what stands in the `.expected` file beside the fixture. */
function describeFixture(name: string): string {
  const article = readZhihuFile(readFixture(name));
  const { sourceUrl, sourceKey, votes, updatedAtText, updatedAt, meta } = article;
  const header = Object.entries({ sourceUrl, sourceKey, votes, updatedAtText, updatedAt, meta });
  return `${[...header.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), "", ...outline(article)].join("\n")}\n`;
}

test.each(list("answers"))("reads %s exactly", (file) => {
  const expected = readFixture(`answers/${file}.expected`).toString("utf8");
  expect(describeFixture(`answers/${file}`)).toBe(expected);
});

test.each(list("refused"))("refuses %s by its reason", (file) => {
  const name = file.replace(/\.\w+$/, "");
  const reason = name === "only-space" ? "empty" : name;
  expect(refusalReasons).toContain(reason);
  expect(catchDetails(`refused/${file}`)).toEqual({ code: "unreadable-file", details: { reason } });
});

test("every reason to refuse has its fixture", () => {
  const names = list("refused").map((file) => file.replace(/\.\w+$/, ""));
  expect(names).toEqual(expect.arrayContaining([...refusalReasons]));
});

test("a hostile key of the header touches no object", () => {
  const { meta } = readZhihuFile(readFixture("answers/05-ascii-colon-shuffled-unknown.md"));
  expect(meta).toContainEqual(["__proto__", "x"]);
  expect(Reflect.get({}, "x")).toBeUndefined();
});

function catchDetails(name: string): unknown {
  try {
    return readZhihuFile(readFixture(name));
  } catch (error) {
    return isAppError(error) ? { code: error.code, details: error.details } : error;
  }
}
