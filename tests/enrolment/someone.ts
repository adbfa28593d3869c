// People who want to join something, as the rules see them: with only what matters.
import * as v from "valibot";
import { Known, type Wish } from "../../shared/enrolment/contract.ts";
import { Joining } from "../../shared/enrolment/joining.ts";
import { decideEnrolment, type EnrolmentSituation } from "../../shared/enrolment/rules.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { GuardianConsent } from "../../shared/privacy/consent.ts";
import { Held } from "../../shared/registration.ts";
import { day, noon } from "../support/build.ts";
import { loaded } from "../support/policy.ts";

export const policy = openPolicy(loaded);
const said = { source: "insured-340400", asOf: "2026-03-01" };

/** Forty-three, hukou in Weishan, living in Nanjing; nobody has said how they work. */
export const someone = (
  differences: { [Name in keyof Known]?: v.InferInput<typeof Known>[Name] | undefined } & { works?: string | undefined } = {},
): Known => {
  const { works, ...others } = differences;
  return v.parse(Known, {
    closed: false,
    docType: "RIC",
    sex: "M",
    birth: "1983-05-20",
    hukou: "370826",
    residence: "320102",
    held: [],
    paid: {},
    medicalYears: [],
    joinings: [],
    ...(works && { employment: { ...said, status: works } }),
    ...others,
  });
};

export const held = (differences: Partial<v.InferInput<typeof Held>> = {}): Held =>
  v.parse(Held, { scheme: "110", region: "320102", from: "2024-01", status: "active", insuredAs: "flexible", ...differences });

/** Joined here in November, to be paid by the end of it. */
export const joined = (terms: Record<string, unknown> = {}, differences: Record<string, unknown> = {}): Joining =>
  v.parse(Joining, {
    scheme: "110",
    receipt: "C7K2-94MD-61QX",
    source: "resident",
    asOf: "2026-11-05",
    recordedAt: noon("2026-11-05"),
    acceptedAt: noon("2026-11-05"),
    state: "to-pay",
    wish: "join",
    terms: {
      region: "320102",
      insuredAs: "flexible",
      frequency: "month",
      from: "2026-11",
      months: 1,
      payBy: "2026-11-30",
      missing: [],
      ...terms,
    },
    ...differences,
  });

/** Wishes that are lawful for a courier in Beijing, of whom the limits of the base are loaded, and for a fisherman at home. */
export const wishes = {
  employeePension: {
    action: "join",
    scheme: "110",
    region: "110101",
    work: "ride",
    base: 800_000,
    frequency: "month",
    from: "2026-11",
  },
  employeeMedical: {
    action: "join",
    scheme: "310",
    region: "110101",
    work: "ride",
    base: 800_000,
    frequency: "month",
    from: "2026-11",
  },
  residentPension: { action: "join", scheme: "170", region: "370826", work: "none", tier: 30_000 },
  residentMedical: { action: "join", scheme: "390", region: "320102", work: "none", coverYear: 2026 },
} as const;

/** What a parent says yes to for a child under fourteen. */
export const consent: GuardianConsent = { version: day("2026-11-22"), relation: "parent" };

export const asWish = (wish: Record<string, unknown>): Wish => wish as unknown as Wish;

export const decide = (
  known: Known,
  wish: Record<string, unknown>,
  more: Partial<Omit<EnrolmentSituation, "known" | "wish">> = {},
) => decideEnrolment({ known, wish: asWish(wish), policy, now: noon("2026-11-22"), ...more });

/** The findings in short, `enrolment.choose wish.replaces`; none: it is accepted. */
export const complaints = (...asked: Parameters<typeof decide>): string[] => {
  const decided = decide(...asked);
  return decided.ok ? [] : decided.refusal.map(({ code, path }) => `${code} ${path.join(".")}`);
};
