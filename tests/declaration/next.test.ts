import { describe, expect, test } from "vitest";
import { everyCard } from "../../shared/policy/cards/topics.ts";
import { reasonCodes, reasons } from "../../shared/reasons/reasons.ts";
import { reasonWords } from "../../web/messages/declaration.ts";
import { workSays } from "../../web/messages/declared.ts";
import { COMMERCIAL, linesOf, pagesToRead } from "../../web/slices/declaration/next.ts";
import { codesIn, pagesAfter, saidIn } from "../../web/slices/declaration/said.ts";

const insurances = ["pension", "medical", "unemployment", "injury", "maternity"];
const sayable = reasonCodes.filter((code) => code !== "O06" && code !== "O08");
const hrefsOf = (codes: string[], insurance: string) => linesOf(codes, insurance).flatMap(({ href }) => href ?? []);

describe("what follows from a declared reason", () => {
  test("of hardship about the pension is the subsidy and the lowest tier", () => {
    expect(hrefsOf(["P01"], "pension")).toEqual(["/policy/resident-pension#hard-up", "/enrolment"]);
    expect(hrefsOf(["P01"], "injury")).toEqual(["/policy/resident-pension#hard-up"]);
  });

  test("leads to cards that there are", () => {
    const cards = everyCard.map(({ topic, anchor }) => `/policy/${topic}#${anchor}`);
    const hrefs = Object.values(pagesToRead).flatMap((page) => (typeof page === "string" ? page : Object.values(page)));
    const gone = [...hrefs, COMMERCIAL].filter((href) => href.includes("#") && !cards.includes(href));

    expect(gone).toEqual([]);
  });

  test("is said in words, for each reason, whatever the insurance", () => {
    const words: Record<string, string> = workSays.zh;
    const silent = sayable.flatMap((code) =>
      insurances.filter((insurance) => linesOf([code], insurance).every(({ item }) => !words[item])).map(() => code),
    );

    // These come back on a day, and that day is said.
    expect([...new Set(silent)]).toEqual(["O01", "O04"]);
    expect(Object.keys(reasonWords.zh).sort()).toEqual([...sayable].sort());
    expect(reasons.P07.followUp).toEqual(["EXPLAINER"]);
    expect(hrefsOf(["P10", "P07"], "pension")).toContain(COMMERCIAL);
  });

  test("is said once, though two reasons ask for it", () => {
    const items = linesOf(["U01", "U02", "U05"], "pension").map(({ item }) => item);
    expect(items).toEqual(["LABOUR_INSPECTION_LEAD", "EXPLAINER_30_DAYS"]);
  });
});

describe("a draft of a declaration", () => {
  test("is sent with its main reason first, and each reason with what it needs and nothing else", () => {
    const typed = {
      "why.P06": "yes",
      "why.U02": "yes",
      "why.O01": "yes",
      main: "U02",
      "employer.name": " 淮南安居物业 ",
      named: "no",
      "kept-division": "320102",
      "kept-until": "2027-09-01",
      text: "忘了",
    };

    expect(saidIn(typed)).toEqual([
      { code: "U02", employer: { name: "淮南安居物业" }, named: false },
      { code: "P06", place: "320102" },
      { code: "O01", until: "2027-09-01" },
    ]);
    expect(pagesAfter(codesIn(typed))).toEqual(["/details", "/place", "/evidence", "/check"]);
  });

  test.each<{ when: string; typed: Record<string, string> }>([
    { when: "an employer is not named", typed: { "why.U01": "yes", "why.P01": "yes" } },
    { when: "a place was not chosen", typed: { "why.O07": "yes" } },
    { when: "there is no month", typed: { "why.O05": "yes", "graduation.year": "2028" } },
    { when: "nothing was chosen", typed: { main: "P01" } },
    { when: "a reason is nobody's to say", typed: { "why.O06": "yes" } },
  ])("is not sent when $when", ({ typed }) => {
    expect(saidIn(typed)).toEqual([]);
  });

  test("of a platform asks for no name and says nothing about being named", () => {
    expect(saidIn({ "why.U06": "yes", named: "yes" })).toEqual([{ code: "U06" }]);
    expect(pagesAfter(["P01"])).toEqual(["/check"]);
  });
});
