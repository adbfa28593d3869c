import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DRAFT_DAYS, type Fields, goneOnWith, isOver, type Kept, merged, valuesOf } from "../../web/drafts/record.ts";

const kept = (differences: Partial<Kept> = {}): Kept => ({
  form: "change.employment",
  version: "1",
  draft: "draft of a tab",
  attempt: "attempt of a tab",
  page: "/change/employment",
  title: "您现在的就业状态是？",
  fields: {},
  ...differences,
});
const blank = kept({ draft: "new draft", attempt: "new attempt" });

describe("the words of two tabs", () => {
  const names = fc.constantFrom("phone", "street", "door");
  const fields = fc.dictionary(names, fc.tuple(fc.string(), fc.integer({ min: 0, max: 9 })));
  const latest = (name: string, ...all: Fields[]) => Math.max(...all.map((each) => each[name]?.[1] ?? -1));

  test("come together: no field is lost, and of each the one that was typed last stays", () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const both = merged(one, other);
        for (const name of ["phone", "street", "door"]) expect(both[name]?.[1] ?? -1).toBe(latest(name, one, other));
      }),
    );
  });

  test("keep what is there where a page only proposes, and also where something was emptied", () => {
    expect(merged({ has: ["", 5] }, { has: ["yes", 0], lang: ["zh", 0] })).toEqual({ has: ["", 5], lang: ["zh", 0] });
    expect(merged({ has: ["yes", 5] }, { has: ["", 6] })).toEqual({ has: ["", 6] });
  });
});

describe("a tab that opens a form", () => {
  test("begins anew where nothing is kept", () => {
    expect(goneOnWith(undefined, blank)).toBe(blank);
  });

  test("goes on with the same attempt and the same pictures where something is", () => {
    const stored = kept({ fields: { phone: ["199", 1] } });

    expect(goneOnWith(stored, blank)).toBe(stored);
  });

  test("begins anew after a receipt, and still knows what was sent", () => {
    const sent = { attempt: "attempt of a tab", receipt: "7KQM-2X9D-4HTB" };

    expect(goneOnWith(kept({ sent }), blank)).toEqual({ ...blank, sent });
  });

  test("puts nothing back into a newer version of the form, but shows what was written: no codes, no choices", () => {
    const fields: Fields = {
      at: ["door", 9],
      "address.lines": ["学院路8号", 5],
      "employer.name": ["Some Factory", 5],
      phone: ["19988887777", 5],
      "kept-division": ["340403", 5],
      "kept-township": ["340403001", 5],
      status: ["EMPLOYED", 5],
      street: ["", 6],
      "kept-street": ["学院路8号", 5],
    };

    expect(goneOnWith(kept({ version: "0", fields }), blank)).toEqual({
      ...blank,
      before: ["学院路8号", "Some Factory", "19988887777"],
    });
  });
});

test("is gone after so many days without a word, and not a moment before", () => {
  const days = DRAFT_DAYS * 86_400_000;

  expect([isOver(0, days - 1), isOver(0, days)]).toEqual([false, true]);
});

test("a page is given what was filled in, without what was left empty", () => {
  expect(valuesOf({ phone: ["199", 1], street: ["", 2] })).toEqual({ phone: "199" });
});
