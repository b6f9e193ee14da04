import { expect, test } from "vitest";
import { splitFormula } from "./split-formula.ts";

test.each([
  ["a+b=c", ["a+", "b=", "c"]],
  ["f(a+b)-g[c,d]", ["f(a+b)-", "g[c,d]"]],
  [
    "\\frac{a+b}{c}\\leq\\left(x+y\\right)\\cdot z",
    ["\\frac{a+b}{c}\\leq", "\\left(x+y\\right)\\cdot", " z"],
  ],
  ["L=-\\sum_{i=1}^N x_i", ["L=", "-\\sum_{i=1}^N x_i"]],
  ["x_+ + y^- =1,000", ["x_+ +", " y^- =", "1,000"]],
  ["a\\leftarrow b", ["a\\leftarrow", " b"]],
  ["\\{a+b\\}", ["\\{a+", "b\\}"]],
  ["\\begin{matrix}a+b\\\\c\\end{matrix}", ["\\begin{matrix}a+b\\\\c\\end{matrix}"]],
  ["\\color{red}a+b", ["\\color{red}a+b"]],
  ["a+b \\over c", ["a+b \\over c"]],
  ["-a", ["-a"]],
  ["a=", ["a="]],
])("%s is parted after its operators", (tex, parts) => expect(splitFormula(tex, false)).toEqual(parts));

test("inside of brackets too where that is asked for", () => {
  expect(splitFormula("f(a+b)", true)).toEqual(["f(a+", "b)"]);
  expect(splitFormula("\\sqrt{a+b}", true)).toEqual(["\\sqrt{a+b}"]);
});
