// Pictures of answers, as they are reckoned before a browser draws them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barShapes, type Shape, timelineShapes } from "../../web/slices/estimate/picture.ts";

const of = (shapes: readonly Shape[], kind: string, attribute: string) =>
  shapes.filter(([, { class: name }]) => name === kind).map(([, attributes]) => attributes[attribute]);

describe("bars", () => {
  test("are as long as their share of the longest, each under its words", () => {
    const shapes = barShapes([
      { label: "按时退", text: "1,000.00", value: 1000 },
      { label: "晚1年", text: "2,000.00", value: 2000 },
    ]);

    expect(of(shapes, "bar", "width")).toEqual(["50%", "100%"]);
    expect(shapes.flatMap(([, , text]) => text ?? [])).toEqual(["按时退", "1,000.00", "晚1年", "2,000.00"]);
  });

  test("show a range behind where there is more than one answer", () => {
    const shapes = barShapes([{ label: "", text: "", value: 50, most: 100 }]);

    expect([of(shapes, "bar", "width"), of(shapes, "range", "width")]).toEqual([["50%"], ["100%"]]);
  });

  test("stay within the picture whatever the numbers are", () => {
    const bar = fc.record({ label: fc.string(), text: fc.string(), value: fc.integer() });
    fc.assert(
      fc.property(fc.array(bar), (bars) => {
        const widths = of(barShapes(bars), "bar", "width").map((width) => Number.parseFloat(width ?? ""));
        expect(widths.every((width) => width >= 0 && width <= 100)).toBe(true);
      }),
    );
  });
});

test("a time line lies between its first and its last moment, which is still on the picture", () => {
  const moments = [602, 600, 638].map((at) => ({ label: String(at), text: "", at }));

  expect(of(timelineShapes(moments), "bar", "x")).toEqual(["5.11%", "0%", "97%"]);
  expect(of(timelineShapes(moments.slice(0, 1)), "bar", "x")).toEqual(["0%"]);
});
