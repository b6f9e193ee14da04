import { expect, test } from "vitest";
import { FormulaSetter } from "./formula-setter.ts";

const image = (width: number) => ({ svg: "", width, height: 1, depth: 0 });

test("a formula that comes again is set once", () => {
  const set: string[] = [];
  const setter = new FormulaSetter(
    () => true,
    (tex) => {
      set.push(tex);
      return image(tex.length);
    },
  );
  expect(setter.setInline("a+b", 20)).toEqual(setter.setInline("a+b", 20));
  expect(set).toEqual(["a+b"]);
});

test("where a row cannot be set, the whole formula is made smaller", () => {
  const setter = new FormulaSetter(
    () => true,
    (tex) => (tex.startsWith("c+d") ? null : image(tex.replace("{}", "").length)),
  );
  expect(setter.setInline("a+b+c+d", 4)?.map(({ width }) => width)).toEqual([4]);
});
