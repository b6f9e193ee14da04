import { expect, test } from "vitest";
import { readSourceAddress } from "./source-address.ts";
import { WarningLog } from "./warnings.ts";

const question = "https://www.zhihu.com/question/1001";

test.each([
  [`${question}/answer/2002`, `${question}/answer/2002`, "zhihu:answer:2002", null],
  ["https://m.zhihu.com/answer/2002?utm=a", "https://www.zhihu.com/answer/2002", "zhihu:answer:2002", null],
  ["http://zhuanlan.zhihu.com/p/3003/", "https://zhuanlan.zhihu.com/p/3003", "zhihu:article:3003", null],
  ["https://www.zhihu.com/pin/5", "https://www.zhihu.com/pin/5", "url:https://www.zhihu.com/pin/5", null],
  ["https://example.com/a", "https://example.com/a", "url:https://example.com/a", null],
  [question, question, null, "answer-id-missing"],
  [`${question}/?sort=created#a`, question, null, "answer-id-missing"],
  [`${question}/answers`, question, null, "answer-id-missing"],
  [`${question}/answer/null`, question, null, "answer-id-missing"],
  [`${question}/answers/updated`, question, null, "answer-id-missing"],
  [`${question}/answer/undefined`, question, null, "answer-id-missing"],
  ["https://www.zhihu.com/question/null/answer/null", null, null, "answer-id-missing"],
  ["https://www.zhihu.com/answer/null", null, null, "answer-id-missing"],
  ["https://zhuanlan.zhihu.com/p/undefined", null, null, "answer-id-missing"],
  [
    "https://zhuanlan.zhihu.com/people",
    "https://zhuanlan.zhihu.com/people",
    "url:https://zhuanlan.zhihu.com/people",
    null,
  ],
  ["https://zhuanlan.zhihu.com/p/null", null, null, "answer-id-missing"],
  ["https://zhuanlan.zhihu.com/p/", null, null, "answer-id-missing"],
])("names the source by its number or not at all: %s", (raw, url, key, warning) => {
  const warnings = new WarningLog();
  expect(readSourceAddress(raw, warnings)).toEqual({ url, key });
  expect(warnings.list().map(({ code }) => code)).toEqual(warning === null ? [] : [warning]);
});
