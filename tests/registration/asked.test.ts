// What was sent in one line: by the API in codes, on receipts and lists in words.
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { doubtsInWords } from "../../scripts/desk/doubts.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { viewOf } from "../../shared/submissions/view.ts";
import { items } from "../../web/messages/items.ts";
import { registrationAsked } from "../../web/messages/registration.ts";
import { inWords } from "../../web/slices/submissions/asked.ts";
import { aPersonId } from "../support/build.ts";
import { acceptedOf, NOW } from "./form.ts";

afterEach(() => vi.unstubAllGlobals());

function askedOf(sent: Parameters<typeof acceptedOf>[0], lang: "zh" | "en"): string {
  const content = acceptedOf(sent);
  const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
  const history = [{ status: "received" as const, at: NOW }];
  const { asked } = viewOf(
    { personId: aPersonId(), receipt, status: "received", content, fingerprint: "f", history },
    (code) => code,
  );
  vi.stubGlobal("document", { documentElement: { lang: lang === "zh" ? "zh-CN" : "en" } });
  return inWords(asked, { ...items[lang], ...registrationAsked[lang] });
}

test("a form that keeps everything confirms it", () => {
  expect([askedOf({}, "zh"), askedOf({}, "en")]).toEqual(["登记的都对", "all is right"]);
});

test("a form that says something new names its fields and no value", () => {
  const sent = { card: false, landline: "0554-2810000", elsewhere: { pension: "320000" } };
  expect([askedOf(sent, "zh"), askedOf(sent, "en")]).toEqual([
    "社会保障卡、联系电话、异地参保",
    "Social security card, landline, insured elsewhere",
  ]);
});

test("what begins with a code and goes on with a name keeps the name", () => {
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
  expect(inWords("EMPLOYED 淮南 某厂", { EMPLOYED: "在职" })).toBe("在职 淮南 某厂");
  expect(inWords("P01 U02", { P01: "缴费困难", U02: "试用期" })).toBe("缴费困难；试用期");
});

test("whoever decides reads what made somebody look, and of which insurance", () => {
  const because = [
    { code: "registration.review.claims", path: ["medical"] },
    { code: "registration.review.reason", path: ["reasons", "pension"] },
    { code: "registration.review.proxy", path: ["signature"] },
  ];
  expect(doubtsInWords(because)).toEqual([
    "Says to be insured where the register knows nothing: medical.",
    "The reason given wants a look: pension.",
    "A proxy signed. Does the written authorisation name them?",
  ]);
  expect(doubtsInWords(undefined)).toEqual([]);
});
