import { createHash } from "node:crypto";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { FactOf } from "../../shared/registration.ts";
import { proofsOf } from "../../shared/session/proof.ts";
import { Answer, solve, textToDigest, zeroBits } from "../../shared/session/puzzle.ts";
import { waitAfter, whyLimited } from "../../shared/session/rules.ts";
import { readWho } from "../../shared/session/who.ts";
import { aFact, anInsurance, aPhone, aRecord, day, someNumber } from "../support/build.ts";

const phone = (differences: object) => aPhone("19900001234", differences) as FactOf<"phone">;

describe("a phone", () => {
  test.each([
    { when: "29 February was a year and a day ago", confirmedOn: "2024-02-29", today: "2025-03-01", because: "phone-stale" },
    { when: "29 February was not quite a year ago", confirmedOn: "2024-02-29", today: "2025-02-28", because: undefined },
    { when: "it is its last fresh day", confirmedOn: "2025-04-01", today: "2026-03-31", because: undefined },
    { when: "it is its anniversary", confirmedOn: "2025-03-31", today: "2026-03-31", because: "phone-stale" },
  ])("confirmed on $confirmedOn is $because when $when", ({ confirmedOn, today, because }) => {
    expect(whyLimited(phone({ confirmedOn, from: "2020-01-01" }), day(today))).toBe(because);
  });

  test("that is new is new first, whatever else it is", () => {
    expect(whyLimited(phone({ from: "2026-03-30", confirmedOn: undefined }), day("2026-03-31"))).toBe("phone-new");
  });
});

test("waits grow with each wrong try and stay at an hour", () => {
  expect(Array.from({ length: 12 }, (_, tries) => waitAfter(tries))).toEqual([
    0, 0, 0, 0, 0, 60, 300, 600, 3600, 3600, 3600, 3600,
  ]);
});

describe("one more proof", () => {
  const card = aFact({ name: "card", hasCard: true, number: "a1234-5678" });
  const paid = (years: Record<string, string>) => anInsurance({ years });
  const record = (facts = [card]) =>
    aRecord({
      facts,
      summary: {
        insurances: {
          pension: paid({ "2024": "pppppppppppp", "2025": "pppp--------", "2026": "oo----------" }),
          medical: paid({ "2026": "pppppppppppp" }),
          injury: paid({ "2026": "oooooooooooo" }),
        },
      },
    });

  test("is the card's number with the last paid month of any insurance; owed months are not paid ones", () => {
    expect(proofsOf(record())).toEqual(["A12345678|2025-04", "A12345678|2026-12"]);
  });

  test("is none where the card's number or every payment is unknown", () => {
    expect(proofsOf(record([aFact({ name: "card", hasCard: true })]))).toEqual([]);
    expect(proofsOf(aRecord({ facts: [card] }))).toEqual([]);
  });
});

describe("whom somebody says to be", () => {
  const today = day("2026-03-31");
  const documents = (number: string) => {
    const who = readWho({ number, name: "林晓禾" }, today);
    return who.ok ? who.value.documents : who.refusal;
  };

  test("is read from what the number looks like; a paper of a rarer kind is tried as well", () => {
    expect(documents(someNumber)).toEqual([{ docType: "RIC", number: someNumber }]);
    expect(documents("A123456789")).toEqual([
      { docType: "BIRTH_CERT", number: "A123456789" },
      { docType: "OTHER", number: "A123456789" },
    ]);
    expect(documents("军字第0123号")).toEqual([{ docType: "OTHER", number: "军字第0123号" }]);
  });

  test.each([
    { when: "it is a travel permit of eight digits", number: "01234567" },
    { when: "letters follow the digits", number: "2026字第01234567890123" },
    { when: "it is long", number: "01234567890123456789" },
  ])("may be on a paper of a rarer kind that begins with a digit when $when", ({ number }) => {
    expect(documents(number)).toContainEqual({ docType: "OTHER", number });
  });

  test.each([
    "34042219030207013",
    "3404221903020701344",
    "340422190302070135",
    "34042219030207013Y",
    "340422031307013",
    "3404 2219 0302 0701 35",
  ])("is no rarer paper when it is a citizen's number with a slip in it: %s", (number) => {
    expect(documents(number)).toEqual([expect.objectContaining({ path: ["number"] })]);
  });

  test("is looked for under a passport with and without the reserved digit, as typed first", () => {
    const passports = (number: string) =>
      [documents(number)].flat().flatMap((one) => ("docType" in one && one.docType === "PASSPORT" ? [one.number] : []));

    expect(passports("USA123456789")).toEqual(["USA123456789", "USA0123456789"]);
    expect(passports("USA0123456789")).toEqual(["USA0123456789", "USA123456789", "USA00123456789"]);
  });

  test("is refused with every field at fault", () => {
    const who = readWho({ number: "34042219030207013", name: "123" }, today);

    expect(who).toEqual({
      ok: false,
      refusal: [
        { code: "number.bad-length", path: ["number"] },
        { code: "name.unreadable", path: ["name"] },
      ],
    });
  });

  test("never makes the reader stumble, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "binary", maxLength: 60 }), (number, name) => {
        const who = readWho({ number, name }, today);
        return who.ok ? who.value.documents.length > 0 : who.refusal.length > 0;
      }),
    );
  });
});

describe("the sum before a code", () => {
  const sha256 = (text: string) => createHash("sha256").update(text).digest();

  test("counts the zero bits with which a digest begins", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (bytes) => {
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
        return zeroBits(bytes) === (bits.indexOf("1") < 0 ? bits.length : bits.indexOf("1"));
      }),
    );
  });

  test("is found by trying, and its answer has the shape that the contract takes", async () => {
    const answer = await solve({ text: "1774929900.8.x-Y_z", bits: 8 }, async (text) => sha256(text));

    expect(v.is(Answer, answer)).toBe(true);
    expect(zeroBits(sha256(textToDigest(answer)))).toBeGreaterThanOrEqual(8);
  });
});
