// A form as it was filled in at a door, in the shape in which forms begin: so that it stands beside what the register has.

import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { fieldOfReason, mayRead } from "../../shared/privacy/may-read.ts";
import type { FormReply } from "../../shared/registration/contract.ts";
import { addressOf } from "../../shared/registration/door.ts";
import type { FilledForm } from "../../shared/registration/form.ts";
import { saysInsured } from "../../shared/registration/schemes.ts";
import { type Address, Insurance, type Reason } from "../../shared/registration.ts";

type Said = { filled: FilledForm; had: FormReply; on: PlainDate; placeName: (code: string) => string };

/** `on`: the day on which it was said. What it does not ask, for instance the name, is what the register has. */
export function saidForm({ filled, had, on, placeName }: Said): FormReply {
  const said = { source: "resident" as const, asOf: on };
  const { card: _, hukou: __, residence: ___, landline: ____, mobile: _____, work: ______, ...rest } = had;
  const shown = (name: "hukou" | "residence", { division, lines }: Address) => ({
    ...{ ...said, division },
    text: masked(name, `${placeName(division)}${lines}`),
  });
  const { landline, mobile, work } = filled;
  const places = [...Object.values(filled.elsewhere), ...Object.values(filled.duplicates).flat()];
  return {
    ...rest,
    card: { ...said, hasCard: filled.card },
    hukou: shown("hukou", filled.hukou),
    residence: shown("residence", addressOf(filled.residence)),
    ...(landline && { landline: { ...said, masked: masked("landline", landline) } }),
    ...(mobile && { mobile: { ...said, masked: masked("phone", mobile) } }),
    work: { ...said, ...(work.employer && { employer: work.employer.name }), ...(work.without && { without: work.without }) },
    insurances: Insurance.options.map((insurance) => insuranceOf(insurance, filled, on)),
    places: [...new Set(places)].map((division) => ({ division, name: placeName(division) })),
  };
}

function insuranceOf(insurance: Insurance, filled: FilledForm, on: PlainDate): FormReply["insurances"][number] {
  const told = filled[insurance];
  const elsewhere = filled.elsewhere[insurance];
  const reasons = filled.reasons[insurance];
  return {
    insurance,
    insured: saysInsured(filled, insurance),
    options: typeof told === "boolean" ? [] : [...told],
    ...(elsewhere && { elsewhere }),
    places: filled.duplicates[insurance] ?? [],
    ...(reasons && { reason: { codes: reasons.map(({ code }) => code), asOf: on, expired: false } }),
  };
}

/** The field table decides what who checks may know of it: not, for instance, that somebody is poor or in prison. */
export function asChecker({ card, insurances, draftKeys: _, ...form }: FormReply): FormReply {
  const mayKnow = (codes: readonly string[]) =>
    codes.every((code) => mayRead("checker", fieldOfReason(code as Reason["reasons"][number]["code"])));
  return {
    ...form,
    ...(card && mayRead("checker", "card") && { card }),
    insurances: insurances.map(({ reason, ...insurance }) => ({
      ...insurance,
      ...(reason && mayKnow(reason.codes) && { reason }),
    })),
  };
}
