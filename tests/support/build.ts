import * as v from "valibot";
import { Change } from "../../shared/change/contract.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { Enrolment, Fact, InsuranceSummary, type RecordPage, Registration } from "../../shared/registration.ts";

export const aPersonId = (): PersonId =>
  v.parse(PersonId, Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url"));

/** Noon of that day, in Shanghai. */
export const noon = (day: string) => v.parse(Instant, `${day}T12:00:00.000+08:00`);
export const day = (text: string) => v.parse(PlainDate, text);

/** Born in 1903: nobody living has this number. */
export const someNumber = "340422190302070134";

export const aRegistration = (differences: Partial<v.InferInput<typeof Registration>> = {}): Registration =>
  v.parse(Registration, {
    personId: aPersonId(),
    status: "active",
    verified: "agency",
    identity: { docType: "RIC", number: someNumber, name: "林晓禾", sex: "M", birth: "1903-02-07" },
    version: 1,
    createdAt: noon("2026-01-05"),
    ...differences,
  });

const said = { source: "insured-340400", asOf: "2026-03-01", recordedAt: noon("2026-03-02"), acceptedAt: noon("2026-03-02") };

/** A fact as an agency's file of March said it. */
export const aFact = (fact: Record<string, unknown>): Fact => v.parse(Fact, { ...said, ...fact });
export const aPhone = (phone = "19900001234", differences = {}) =>
  aFact({ name: "phone", phone, confirmedOn: "2026-01-05", from: "2024-05-01", ...differences });

export const aRecord = (differences: Partial<RecordPage> = {}): RecordPage => ({
  registration: aRegistration(),
  facts: [
    aPhone(),
    aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" }),
    aFact({ name: "employment", status: "FLEXIBLE" }),
    aFact({ name: "card", hasCard: false }),
  ],
  reasons: [],
  joinings: [],
  summary: { asOf: day("2026-03-01"), insurances: {} },
  ...differences,
});

const enrolled = { scheme: "110", region: "340400", from: "2019-07", status: "active", insuredAs: "flexible" };
export const anEnrolment = (differences: Partial<v.InferInput<typeof Enrolment>> = {}): Enrolment =>
  v.parse(Enrolment, { ...enrolled, source: said.source, asOf: said.asOf, recordedAt: said.recordedAt, ...differences });

export const anInsurance = (differences: Partial<v.InferInput<typeof InsuranceSummary>> = {}): InsuranceSummary =>
  v.parse(InsuranceSummary, {
    ...enrolled,
    source: said.source,
    asOf: said.asOf,
    paidMonths: 12,
    years: { "2025": "pppppppppppp" },
    otherEnrolments: 0,
    ...differences,
  });

export const aChange = (change: v.InferInput<typeof Change>): Change => v.parse(Change, change);
