import { expect, test } from "vitest";
import { turn } from "./build-runs.ts";
import { turnTitle } from "./turn-title.ts";

const read = (text: string) =>
  turnTitle([{ ...turn, type: "text", text }], turn)
    .map((run) => (run.type === "turn" ? "/" : run.text))
    .join("");

test.each([
  [
    "桥为什么总是拱的？除了赵州桥还有哪一座能这样站上一千年？",
    "桥为什么总是拱的？/除了赵州桥还有哪一座能这样站上一千年？",
  ],
  ["一座桥的一生：从图纸、选材、砌筑到拆除的全部体例", "一座桥的一生：/从图纸、选材、砌筑到拆除的全部体例"],
  [
    "如何评价二十一世纪的新桥（附赵州桥与卢沟桥的图纸）？",
    "如何评价二十一世纪的新桥/（附赵州桥与卢沟桥的图纸）？",
  ],
  ["河上的桥为什么总是拱的？", "河上的桥为什么总是拱的？"],
  ["石头怕拉不怕压".repeat(4), "石头怕拉不怕压".repeat(4)],
  [`啊，${"石头怕拉不怕压".repeat(3)}`, `啊，${"石头怕拉不怕压".repeat(3)}`],
])("%s", (title, turned) => expect(read(title)).toBe(turned));
