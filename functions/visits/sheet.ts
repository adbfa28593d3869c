// A list as its visitor opens it: everybody in it by the door, one look each, masked, and without what a visitor may not know.
import { leading } from "../../shared/facts.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { fieldOfReason, mayRead } from "../../shared/privacy/may-read.ts";
import type { FormReply } from "../../shared/registration/contract.ts";
import { formReply } from "../../shared/registration/reply.ts";
import type { RecordPage, SaidReason } from "../../shared/registration.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { SheetMember, SheetVisit } from "../../shared/visits/contract.ts";
import type { StaffDeps } from "../staff-app.ts";
import type { StoredList, StoredNote, StoredVisit } from "./table.ts";
import { ruleOf, viewOf } from "./view.ts";
import type { LoadedList } from "./visits.ts";

type Deps = Pick<StaffDeps, "openAs" | "policy" | "places" | "now">;
type Opening = { here: StaffHere; list: StoredList; offline: boolean };
type Met = { record?: RecordPage; person: SheetMember };

const FOR_LISTS = "打开走访名单";
const TAKEN_ALONG = "把走访名单下载到设备上，没有网络时用";
const AT_ONCE = 8; // records: a village is opened in seconds and nobody else waits for it

/** Seconds to wait, where so many were opened that the rest has to wait. */
export async function sheetOf(deps: Deps, opening: Opening, { visits, notes }: LoadedList): Promise<SheetVisit[] | number> {
  const [policy, placeName] = await Promise.all([deps.policy(), deps.places()]);
  const today = deps.now().slice(0, 10) as Parameters<typeof formReply>[0]["today"];
  const open = visits.filter(({ state }) => state !== "confirmed");
  const people = open.flatMap(({ members }) => members.map(({ personId }) => personId));
  const met = new Map<PersonId, Awaited<ReturnType<typeof lookAt>>>();
  for (let at = 0; at < people.length; at += AT_ONCE) {
    const some = people.slice(at, at + AT_ONCE);
    const opened = await Promise.all(some.map((personId) => lookAt(deps, opening, personId)));
    for (const [nth, one] of opened.entries()) {
      if (one.is === "too-many") return one.retryAfterSeconds;
      met.set(some[nth]!, one);
    }
  }

  return open.map((visit) => {
    const seen = visit.members.map(({ member, personId }): Met => {
      const one = met.get(personId);
      if (one?.is !== "here") return { person: { member, unavailable: one?.is === "elsewhere" ? "elsewhere" : "gone" } };
      if (one.record.registration.status === "closed") return { person: { member, unavailable: "gone" } };
      const form = asVisitor(formReply({ record: one.record, today, policy, placeName }), one.record);
      return { record: one.record, person: { member, form } };
    });
    const rule = ruleOf(policy, visit, deps.now());
    const view = viewOf(visit, notesOf(notes, visit), rule);
    const address = addressOf(seen, placeName);
    return { ...view, ...(address && { address }), people: seen.map(({ person }) => person) };
  });
}

export const notesOf = (notes: readonly StoredNote[], { visit }: Pick<StoredVisit, "visit">): StoredNote[] =>
  notes.filter((note) => note.visit === visit);

const lookAt = ({ openAs }: Deps, { here, list, offline }: Opening, personId: PersonId) =>
  openAs(here, personId, {
    roles: ["visitor"],
    purpose: "visit",
    reason: offline ? TAKEN_ALONG : FOR_LISTS,
    ticket: list.list,
    fields: ["residence"], // the way to the door is shown in full
  });

/** Where most likely somebody opens: the first of them who lives where anybody knows. */
function addressOf(seen: readonly Met[], placeName: (code: string) => string): string | undefined {
  for (const { record } of seen) {
    const home = record && (leading(record.facts, "residence") ?? leading(record.facts, "hukou"));
    if (home) return `${placeName(home.division)}${home.lines}`;
  }
  return undefined;
}

/** The field table decides: no social security card, and no reason that says of somebody that they are poor or in prison. */
function asVisitor({ card, insurances, draftKeys: _, ...form }: FormReply, { reasons }: RecordPage): FormReply {
  const mayKnow = (insurance: string) =>
    reasons
      .filter((reason) => reason.insurance === insurance)
      .every((reason) => reason.reasons.every(({ code }: SaidReason) => mayRead("visitor", fieldOfReason(code))));
  return {
    ...form,
    ...(card && mayRead("visitor", "card") && { card }),
    insurances: insurances.map(({ reason, ...insurance }) => ({
      ...insurance,
      ...(reason && mayKnow(insurance.insurance) && { reason }),
    })),
  };
}
