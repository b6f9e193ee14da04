import { expect, test } from "vitest";
import refusalsEn from "../../messages/en/importing-refusals.json" with { type: "json" };
import warningsEn from "../../messages/en/importing-warnings.json" with { type: "json" };
import refusalsZh from "../../messages/zh-CN/importing-refusals.json" with { type: "json" };
import warningsZh from "../../messages/zh-CN/importing-warnings.json" with { type: "json" };
import { refusalReasons } from "./refusals.ts";
import { WarningLog, warningCodes, warningSentences } from "./warnings.ts";

test("the command line and the screen say the same in English", () => {
  const expected = Object.fromEntries(
    warningCodes.map((code) => {
      const [one, several] = warningSentences[code];
      return [code, several === null ? one : `{count, plural, one {${one}} other {${several}}}`];
    }),
  );
  expect(warningsEn).toEqual(expected);
});

test("every sentence has its Chinese one, which names the count where the English does", () => {
  expect(Object.keys(warningsZh)).toEqual([...warningCodes]);
  expect(Object.keys(refusalsEn)).toEqual([...refusalReasons]);
  expect(Object.keys(refusalsZh)).toEqual([...refusalReasons]);
  const chinese: Readonly<Record<string, string>> = warningsZh;
  for (const code of warningCodes) {
    expect(chinese[code]?.includes("{count, number}"), code).toBe(warningSentences[code][1] !== null);
  }
});

test("warnings are listed once each, with their count, in the order of the table", () => {
  const log = new WarningLog();
  log.add("control-removed", 2);
  log.add("ad-dropped");
  log.add("control-removed");
  log.add("id-repaired", 0);
  expect(log.list()).toEqual([
    { code: "ad-dropped", text: "One advertisement card was removed.", count: 1 },
    { code: "control-removed", text: "3 control characters were removed.", count: 3 },
  ]);
});
