import { describe, expect, test } from "vitest";
import { consentNeeded, type GuardianConsent, guardianConsents } from "../../shared/privacy/consent.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { consentFindings } from "../../web/messages/privacy-consent.ts";
import { day } from "../support/build.ts";

const birth = day("2013-03-01");

describe("a guardian's consent", () => {
  test.each([
    ["on the day before the fourteenth birthday", "2013-03-01", "2027-02-28", true],
    ["on the fourteenth birthday", "2013-03-01", "2027-03-01", false],
    ["for who was born on 29 February, on 28 February", "2012-02-29", "2026-02-28", true],
    ["for who was born on 29 February, on 1 March", "2012-02-29", "2026-03-01", false],
    ["on the day of birth", "2026-11-22", "2026-11-22", true],
  ])("when it is asked for: %s", (_, born, today, needed) => {
    expect(consentNeeded(day(born), day(today))).toBe(needed);
  });

  const given: GuardianConsent = { version: NOTICE_VERSION, relation: "parent" };
  test.each([
    ["missing", birth, undefined, "consent.missing"],
    ["given to an older notice", birth, { ...given, version: day("2026-01-01") }, "consent.older-notice"],
    ["given", birth, given, undefined],
    ["not needed", day("2000-01-01"), undefined, undefined],
  ])("when it is %s", (_, born, consent, code) => {
    const found = guardianConsents({ consent, birth: born, today: day("2026-11-22") });
    expect(found?.code).toBe(code);
    if (found) expect(found.path).toEqual(["consent"]);
    if (found) expect(consentFindings.zh[found.code]).toBeTruthy();
  });
});
