import { isUnproven, leading } from "../../shared/facts.ts";
import type { Phone, Receipt } from "../../shared/kernel/fields.ts";
import type { NewcomerAccepted } from "../../shared/newcomer/contract.ts";
import { masked } from "../../shared/privacy/masks.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Status, Submission } from "../../shared/submission.ts";
import { isAgencysStep } from "../../shared/transfer/agencys-step.ts";
import { type NoticeName, noticeOfStep, type TemplateName } from "./texts.ts";

type Outcome = Exclude<Status, "received">;
export type Written = { to: Phone; template: TemplateName; params: Record<string, string> };

export const PHONE_REPLACED = "phone-replaced";

/** To the phone that was registered until now. Not by which one: that is the person's, and this phone may be somebody else's. */
export const replacedNotice = ({ registration }: Pick<RecordPage, "registration">, to: Phone, receipt: Receipt): Written => ({
  to,
  template: PHONE_REPLACED,
  params: { calls: masked("name", registration.identity.name), receipt },
});

export const newcomerNotice = (
  { identity, phone }: NewcomerAccepted,
  { receipt, status }: { receipt: Receipt; status: Outcome },
): Written | undefined =>
  phone && { to: phone, template: `newcomer-${status}`, params: { calls: masked("name", identity.name), receipt } };

/** Who is told what of an outcome. Undefined: there is nobody to tell. */
export function noticeFor(
  { registration, facts }: Pick<RecordPage, "registration" | "facts">,
  content: Submission["content"] | undefined,
  { receipt, status, about }: { receipt: Receipt; status: Outcome; about?: "death" | undefined },
): Written | undefined {
  const params = { calls: masked("name", registration.identity.name), receipt };
  const registered = phoneOf(facts);
  // Somebody says that they have died. Who says so is not told.
  if (about) return registered && { to: registered, template: `${about}-${status}`, params };
  if (content?.slice === "challenge") return registered && { to: registered, template: `challenge-${status}`, params };
  if (content?.slice === "delegation") return registered && { to: registered, template: `delegation-${status}`, params };
  if (content?.slice === "delegation-end" && status === "applied")
    return registered && { to: registered, template: "delegation-ended", params };
  // Not before it is so: the child's phone may be in the hands of whom it is taken from.
  if (content?.slice === "guardianship-end")
    return status === "applied" && registered ? { to: registered, template: "guardianship-changed", params } : undefined;
  if (content?.slice === "transfer-step" && content.event === "withdrawn" && status === "applied")
    return registered && { to: registered, template: "transfer-withdrawn", params };
  // What an agency says of a transfer is news to its person where it came to something; else it is the agency's matter.
  if (isAgencysStep(content))
    return status === "applied" && registered ? { to: registered, template: noticeOfStep(content.event), params } : undefined;
  // The application is in; the moving begins.
  if (content?.slice === "transfer" && status === "applied")
    return registered && { to: registered, template: "transfer-begun", params };
  if (content?.slice !== "phone-replacement") return registered && { to: registered, template: status, params };

  // Whoever holds the registered phone hears of the request at once; its end is for the phone that was asked for.
  const template = `replacement-${status}` as const;
  if (status !== "in-review") return { to: content.phone, template, params };
  return registered && { to: registered, template, params: { ...params, phone: masked("phone", content.phone) } };
}

/** What is told for itself goes to the registered phone. Undefined: there is none. `count`: of how many things it speaks. */
export function wordFor(
  { registration, facts }: Pick<RecordPage, "registration" | "facts">,
  template: NoticeName,
  count?: number,
): Written | undefined {
  const to = phoneOf(facts);
  const params = { calls: masked("name", registration.identity.name), ...(count !== undefined && { count: String(count) }) };
  return to && { to, template, params };
}

function phoneOf(facts: RecordPage["facts"]): Phone | undefined {
  const leads = leading(facts, "phone");
  return leads && !isUnproven(leads) ? leads.phone : undefined;
}
