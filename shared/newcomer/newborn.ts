// A child without a number yet, registered by a parent with its certificate of birth (handbook 1.4).
import * as v from "valibot";
import { ADULT_FROM } from "../children/rules.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { leading } from "../facts.ts";
import { Received } from "../kernel/answers.ts";
import { ageOn, dateOf, Instant, PlainDate } from "../kernel/calendar.ts";
import { guessDocument, isBirthCertificate, readDocument } from "../kernel/documents.ts";
import { Name } from "../kernel/names.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { GuardianConsent, guardianConsents } from "../privacy/consent.ts";
import { Address, type Identity, type RecordPage } from "../registration.ts";
import { NewIdentity } from "./contract.ts";
import { unnamed } from "./unnamed.ts";

const typed = v.pipe(v.string(), v.minLength(1), v.maxLength(40), v.regex(/^\P{Cc}*$/u));

/** `name`: none while the child has none. `mother`: the number of her document, where the father registers the child. */
export const NewbornForm = v.strictObject({
  certificate: typed,
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.regex(/^\P{Cc}*$/u))),
  sex: v.picklist(["M", "F"]),
  birth: PlainDate,
  as: v.picklist(["mother", "father"]),
  mother: v.optional(typed),
  consent: v.optional(GuardianConsent),
  evidence: NamedEvidence,
});
export type NewbornForm = v.InferOutput<typeof NewbornForm>;

/** The answer is the same whether or not the register knows the certificate. */
export const registerChild = {
  method: "POST",
  path: "/children",
  title: "Register a newborn by the certificate of birth",
  attempt: true,
  signedIn: true,
  body: NewbornForm,
  status: 202,
  reply: Received,
  problems: ["refused", "conflict"],
} as const;

/** As it is kept and decided. `residence`: the parent's, when it was sent. */
export const NewbornAccepted = v.object({
  slice: v.literal("newborn"),
  identity: NewIdentity,
  as: v.picklist(["mother", "father"]),
  mother: v.string(),
  residence: v.optional(Address),
  consent: v.optional(GuardianConsent),
  acceptedAt: Instant,
});
export type NewbornAccepted = v.InferOutput<typeof NewbornAccepted>;

/** Until there is a citizen number, the certificate together with the mother's number is the key (handbook 1.4). */
export const withMother = (certificate: string, mother: string) =>
  ({ docType: "BIRTH_CERT", number: `${certificate}+${mother}` }) as const;

export type NewbornFinding =
  | "newborn.certificate-unreadable"
  | "newborn.birth-in-future"
  | "newborn.born-before-parent"
  | "newborn.other-sex"
  | "newborn.mother-missing"
  | "newborn.mother-unreadable"
  | "newborn.mother-yourself"
  | "newborn.of-age"
  | "name.unreadable"
  | "consent.missing"
  | "consent.older-notice";

export function decideNewborn(
  parent: Pick<RecordPage, "registration" | "facts">,
  { certificate: typedCertificate, name: typedName, sex, birth, as, mother: typedMother, consent }: NewbornForm,
  now: Instant,
): Result<NewbornAccepted, Finding<NewbornFinding>[]> {
  const today = dateOf(now);
  const { identity } = parent.registration;
  const certificate = readDocument({ docType: "BIRTH_CERT", typed: typedCertificate, asOf: today, areaStatus: () => "current" });
  const name = v.safeParse(Name, typedName ?? unnamed(identity.name, sex));
  const mother = as === "mother" ? identity.number : motherIn(typedMother, today);
  const findings: (Finding<NewbornFinding> | undefined | false)[] = [
    !(certificate.ok && isBirthCertificate(certificate.value.number)) && finding("newborn.certificate-unreadable", "certificate"),
    !name.success && finding("name.unreadable", "name"),
    birth > today && finding("newborn.birth-in-future", "birth"),
    identity.birth !== undefined && birth <= identity.birth && finding("newborn.born-before-parent", "birth"),
    ageOn(birth, today) >= ADULT_FROM && finding("newborn.of-age", "birth"),
    identity.sex === (as === "mother" ? "M" : "F") && finding("newborn.other-sex", "as"),
    as === "father" && motherFinding(typedMother, mother, identity),
    guardianConsents({ consent, birth, today }),
  ];
  const found = findings.flatMap((one) => one || []);
  if (found.length > 0 || !certificate.ok || !name.success || !mother) return refused(found);
  const address = leading(parent.facts, "residence") ?? leading(parent.facts, "contact") ?? leading(parent.facts, "hukou");
  return accepted({
    slice: "newborn",
    identity: { docType: "BIRTH_CERT", number: certificate.value.number, name: name.output, sex, birth },
    as,
    mother,
    ...(address && { residence: { division: address.division, lines: address.lines } }),
    ...(consent && { consent }),
    acceptedAt: now,
  });
}

/** In the form to keep; whatever kind of document a mother may have. */
function motherIn(typedNumber: string | undefined, today: PlainDate): string | undefined {
  if (!typedNumber) return undefined;
  const readings = guessDocument(typedNumber).map((docType) =>
    readDocument({ docType, typed: typedNumber, asOf: today, areaStatus: () => "current" }),
  );
  return readings.flatMap((reading) => (reading.ok && reading.value.docType !== "BIRTH_CERT" ? reading.value.number : []))[0];
}

function motherFinding(
  typedNumber: string | undefined,
  mother: string | undefined,
  parent: Identity,
): Finding<NewbornFinding> | undefined {
  if (!typedNumber) return finding("newborn.mother-missing", "mother");
  if (!mother) return finding("newborn.mother-unreadable", "mother");
  return mother === parent.number ? finding("newborn.mother-yourself", "mother") : undefined;
}
