import { expect, test } from "vitest";
import { canTypeset } from "./formula.ts";

test.each([
  [String.raw`H=\frac{ql^2}{8f}`, true],
  [String.raw`\begin{pmatrix}a\\b\end{pmatrix}`, true],
  [String.raw`\definecolor x \letter \newcommandlike`, true],
  [String.raw`\def\a{\a\a}\a`, false],
  [String.raw`x\edef\b{\a\a}`, false],
  [String.raw`\let\e=x`, false],
  [String.raw`\renewcommand{\frac}{x}`, false],
  ["x+".repeat(1001), false],
])("%s may be typeset: %s", (tex, expected) => {
  expect(canTypeset(tex)).toBe(expected);
});
