import * as v from "valibot";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { line, Phone } from "../kernel/fields.ts";
import { Address, Employer, EmploymentStatus } from "../registration.ts";
import { BirthCorrection, DeathReport, NameCorrection, NumberCorrection, SexCorrection } from "./corrections.ts";

export const Code = v.pipe(
  v.string(),
  v.transform((typed) => typed.normalize("NFKC").replace(/\s/g, "")),
  v.regex(/^\d{6}$/),
);

const phone = { item: v.literal("phone"), phone: Phone };
const residence = v.strictObject({ item: v.literal("residence"), address: Address });
const contact = v.strictObject({ item: v.literal("contact"), address: Address });
const hukou = v.strictObject({ item: v.literal("hukou"), address: Address, movedOn: PlainDate, reason: v.optional(line(200)) });
const employment = v.strictObject({
  item: v.literal("employment"),
  status: EmploymentStatus,
  employer: v.optional(v.strictObject(Employer.entries)),
});
const proved = { evidence: NamedEvidence };
const card = v.strictObject({ item: v.literal("card"), hasCard: v.boolean() });

/**
 * As the page sends it. The code proves that the new phone is in the person's hand; it is used up and never stored. What the
 * register has wrong about somebody needs a paper: of that only its place is said here.
 */
export const ChangeRequest = v.variant("item", [
  v.strictObject({ ...phone, code: Code }),
  residence,
  contact,
  hukou,
  employment,
  card,
  v.strictObject({ ...NameCorrection.entries, ...proved }),
  v.strictObject({ ...SexCorrection.entries, ...proved }),
  v.strictObject({ ...BirthCorrection.entries, ...proved }),
  v.strictObject({ ...NumberCorrection.entries, ...proved }),
  v.strictObject({ ...DeathReport.entries, ...proved }),
]);
export type ChangeRequest = v.InferOutput<typeof ChangeRequest>;

/** As it is kept and applied. */
export const Change = v.variant("item", [
  v.strictObject(phone),
  residence,
  contact,
  hukou,
  employment,
  card,
  NameCorrection,
  SexCorrection,
  BirthCorrection,
  NumberCorrection,
  DeathReport,
]);
export type Change = v.InferOutput<typeof Change>;
export type ChangeItem = Change["item"];

export const ChangeAccepted = v.object({ slice: v.literal("change"), change: Change, acceptedAt: Instant });
export type ChangeAccepted = v.InferOutput<typeof ChangeAccepted>;

export const submitChange = {
  method: "POST",
  path: "/changes",
  title: "Report a change",
  attempt: true,
  signedIn: true,
  body: ChangeRequest,
  status: 202,
  reply: Received,
  problems: ["refused", "wait"],
} as const;

/** A code to a new number, to prove that it is in the person's hand. */
export const askPhoneCode = {
  method: "POST",
  path: "/phone-codes",
  title: "Send a code to a new phone number",
  signedIn: true,
  body: v.strictObject({ phone: Phone }),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["wait"],
} as const;
