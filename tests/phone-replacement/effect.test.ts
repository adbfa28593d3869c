import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PhoneReplacementAccepted } from "../../shared/phone-replacement/contract.ts";
import { settlePhoneReplacement, settleReviewedPhoneReplacement } from "../../shared/phone-replacement/effect.ts";
import { aFact, aPhone, aRecord, aRegistration, noon } from "../support/build.ts";

const accepted = (phone = "19955551234") =>
  v.parse(PhoneReplacementAccepted, { slice: "phone-replacement", phone, acceptedAt: noon("2026-03-31") });
const decidedAt = noon("2026-04-07");
const now = noon("2026-04-08");
const deskPhone = (day: string) =>
  aFact({ name: "phone", source: "desk", phone: "19966660000", confirmedOn: day, from: day, acceptedAt: noon(day) });

describe("a request for another phone", () => {
  test("never takes effect by itself: the desk has to look", () => {
    expect(settlePhoneReplacement(aRecord(), accepted(), now)).toEqual({ status: "in-review", kind: "phone-replacement" });
  });

  test("once agreed to is a phone of the desk's, confirmed and new on the day of the decision", () => {
    expect(settleReviewedPhoneReplacement(aRecord(), accepted(), decidedAt, now)).toMatchObject({
      status: "applied",
      changes: {
        facts: [{ source: "desk", phone: "19955551234", confirmedOn: "2026-04-07", from: "2026-04-07", acceptedAt: decidedAt }],
      },
    });
  });

  test("for the phone that is registered confirms it, and it is no newer than it was", () => {
    const record = aRecord({ facts: [aPhone("19955551234", { from: "2024-05-01" })] });
    expect(settleReviewedPhoneReplacement(record, accepted(), decidedAt, now)).toMatchObject({
      changes: { facts: [{ confirmedOn: "2026-04-07", from: "2024-05-01" }] },
    });
  });

  test.each([
    { when: "it came before the desk's last word", at: "submitted", held: "2026-04-01" },
    { when: "its decision comes late, after a later one", at: "decided", held: "2026-04-08" },
  ])("is overtaken when $when", ({ at, held }) => {
    const record = aRecord({ facts: [deskPhone(held)] });
    const outcome =
      at === "submitted"
        ? settlePhoneReplacement(record, accepted(), now)
        : settleReviewedPhoneReplacement(record, accepted(), decidedAt, now);
    expect(outcome).toMatchObject({ status: "overtaken", findings: [{ code: "change.overtaken" }] });
  });

  test("is refused where the registration is closed, whatever the desk said", () => {
    const record = aRecord({ registration: aRegistration({ status: "closed" }) });
    for (const outcome of [
      settlePhoneReplacement(record, accepted(), now),
      settleReviewedPhoneReplacement(record, accepted(), decidedAt, now),
    ])
      expect(outcome).toMatchObject({ status: "refused", findings: [{ code: "change.registration-closed" }] });
  });
});
