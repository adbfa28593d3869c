// What a visitor brings in from a door: notes, forms, people whom nobody knew. Sent twice it is taken once, in whatever order it comes.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { leading } from "../../../shared/facts.ts";
import { dateOf, type Instant, momentAfter } from "../../../shared/kernel/calendar.ts";
import type { PersonId } from "../../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { decideRegistration } from "../../../shared/registration/decide.ts";
import type { RecordPage } from "../../../shared/registration.ts";
import type { StaffHere } from "../../../shared/staff/staff.ts";
import type { Sender } from "../../../shared/submission.ts";
import { noteVisit, revealPhone, submitFound, submitVisitForm, type VisitFinding } from "../../../shared/visits/contract.ts";
import { listOf } from "../../../shared/visits/ids.ts";
import { examineAtDoor, examineNote, isOver } from "../../../shared/visits/rules.ts";
import type { Env } from "../../app.ts";
import type { Sent } from "../../casework/casework.ts";
import { receiptFor } from "../../casework/table.ts";
import { filingFor } from "../../desk/filing.ts";
import { accept } from "../../http/accept.ts";
import { attempt } from "../../http/attempt.ts";
import { problem } from "../../http/problem.ts";
import { Fault } from "../../log.ts";
import { placesUnknown } from "../../registration/places-unknown.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { type Coming, type Entered, enter, wordOf } from "../../visits/at-the-door.ts";
import { decideFound } from "../../visits/found.ts";
import type { Somebody, StoredNote } from "../../visits/table.ts";
import { ruleOf, standsBy, viewOf } from "../../visits/view.ts";
import { answerTo } from "../submitting.ts";

const LOOKS_AT_CONFLICT = 5; // a tablet sends what it holds one after the other; two tablets seldom meet at one household
const TO_HAND_IN = "交上门填的登记表";
const TO_RING = "多次家中无人，按规定打电话联系";

const senderOf = ({ staffId, agency, workNumber }: Somebody): Sender => ({
  staffId,
  role: "visitor",
  agency,
  workNumber,
  channel: "visit",
});

export const visitsDoor = (deps: StaffDeps) => {
  const refuse = (c: Context, findings: readonly Finding[]) => problem(c, "refused", { findings: [...findings] });
  const notedBefore = ({ notes }: Entered, { key }: Sent): StoredNote | undefined => notes.find(({ id }) => id === key);

  /** Looked at again whenever somebody else noted something in between. */
  async function entering(
    c: Context,
    here: StaffHere,
    coming: Coming,
    each: (entered: Entered) => Promise<Response | "conflict">,
  ): Promise<Response> {
    for (let look = 0; look < LOOKS_AT_CONFLICT; look++) {
      const entered = await enter(deps, here, coming);
      if (!entered) return problem(c, "not-found");
      if ("refused" in entered) return refuse(c, [entered.refused]);
      const answer = await each(entered);
      if (answer !== "conflict") return answer;
    }
    throw new Fault("visit.version-conflict");
  }

  /** What this attempt brought before. */
  async function before(c: Context, sent: Sent, { notes }: Entered, personId: PersonId, by: Somebody) {
    const note = notes.find(({ id }) => id === sent.key);
    if (!note) return undefined;
    const filing = filingFor(deps, senderOf(by));
    const submission = note.receipt && (await filing.submission({ personId, receipt: note.receipt }));
    if (!submission || note.fingerprint !== sent.fingerprint)
      return problem(c, "attempt-reused", note.receipt ? { receipt: note.receipt } : {});
    return answerTo(c, sent, { stored: "before", submission });
  }

  /** A person's own order of words: what they sent by another way lies before it. */
  const momentFor = async (by: Somebody, personId: PersonId): Promise<Instant> => {
    const [newest] = await filingFor(deps, senderOf(by)).submissions(personId);
    return momentAfter(newest?.content.acceptedAt, deps.now());
  };

  /** The record of somebody on a list, by the door. */
  async function opened(
    c: Context,
    here: StaffHere,
    personId: PersonId,
    coming: Pick<Coming, "visit">,
    reason: string,
    fields?: string[],
  ) {
    const ticket = listOf(coming.visit);
    const found = await deps.openAs(here, personId, { roles: ["visitor"], purpose: "visit", reason, ticket, fields });
    if (found.is === "too-many") return { answer: problem(c, "wait", { retryAfterSeconds: found.retryAfterSeconds }) };
    if (found.is !== "here") return { answer: refuse(c, [finding("visit.not-here", "member")]) };
    return { record: found.record };
  }

  return new Hono<Env>()
    .post(noteVisit.path, attempt(), accept(noteVisit), (c) => {
      const { author, note } = c.req.valid("json");
      const { visit } = c.req.valid("param");
      const sent = c.var.attempt;
      return entering(c, c.var.staff, { visit, author, at: note.at }, async (entered) => {
        const earlier = notedBefore(entered, sent);
        if (earlier && earlier.fingerprint !== sent.fingerprint) return problem(c, "attempt-reused");
        if (earlier) return c.json(viewOf(entered.visit, entered.notes, entered.rule));
        if (entered.barred) return refuse(c, [entered.barred]);
        const findings = examineNote(
          note,
          entered.visit.members.map(({ member }) => member),
        );
        if (findings.length > 0) return refuse(c, findings);
        const { writes, view } = wordOf(deps, entered, { sent, done: note });
        return (await deps.visits.write(writes)) ? c.json(view) : "conflict";
      });
    })
    .post(submitVisitForm.path, attempt(), accept(submitVisitForm), async (c) => {
      const { author, member, filledAt, declined, seen, form } = c.req.valid("json");
      const { visit } = c.req.valid("param");
      const sent = c.var.attempt;
      let record: RecordPage | undefined;
      return entering(c, c.var.staff, { visit, author, at: filledAt }, async (entered) => {
        const who = entered.visit.members.find((one) => one.member === member);
        if (!who) return refuse(c, [finding("visit.member-unknown", "member")]);
        const { personId } = who;
        const twice = await before(c, sent, entered, personId, entered.by);
        if (twice) return twice;
        const shut = whyNoForm(entered);
        if (shut) return refuse(c, [shut]);
        const wrong = examineAtDoor(form, declined === true);
        if (wrong.length > 0) return refuse(c, wrong);

        if (!record) {
          const found = await opened(c, c.var.staff, personId, { visit }, TO_HAND_IN);
          if (found.answer) return found.answer;
          record = found.record;
        }
        const door = { filledAt, seen, ...(declined && { declined }) };
        const sending = { record, policy: await deps.policy(), evidence: [], byParent: false, door };
        const decision = decideRegistration(form, sending, filledAt);
        if (!decision.ok) return refuse(c, underForm(decision.refusal));
        const unknown = await placesUnknown(deps, decision.value.filled);
        if (unknown.length > 0) return refuse(c, underForm(unknown));

        const content = { ...decision.value, acceptedAt: await momentFor(entered.by, personId) };
        const outcome = declined ? ("declined-sign" as const) : ("completed" as const);
        const receipt = receiptFor(personId, sent.key);
        const { writes } = wordOf(deps, entered, { sent, receipt, done: { event: "form", at: filledAt, member, outcome } });
        const stored = await filingFor(deps, senderOf(entered.by)).submit(personId, sent, content, { using: writes });
        return stored.stored === "no" ? "conflict" : answerTo(c, sent, stored);
      });
    })
    .post(submitFound.path, attempt(), accept(submitFound), async (c) => {
      const { author, filledAt, form } = c.req.valid("json");
      const { visit } = c.req.valid("param");
      const sent = c.var.attempt;
      return entering(c, c.var.staff, { visit, author, at: filledAt }, async (entered) => {
        const noted = notedBefore(entered, sent);
        const known = noted?.done.event === "form" ? noted.done.member : undefined;
        const earlier = entered.visit.members.find(({ member }) => member === known);
        if (noted && !earlier) return problem(c, "attempt-reused");
        const twice = earlier && (await before(c, sent, entered, earlier.personId, entered.by));
        if (twice) return twice;
        const shut = whyNoForm(entered);
        if (shut) return refuse(c, [shut]);
        const decided = await decideFound(deps, entered, { key: sent.key, form, filledAt });
        if (!decided.ok) return refuse(c, underForm(decided.refusal));

        const { found, content } = decided.value;
        const receipt = receiptFor(found.personId, sent.key);
        const done = { event: "form", at: filledAt, member: found.member, outcome: "completed" } as const;
        const { writes } = wordOf(deps, entered, { sent, receipt, done, found });
        const stored = await filingFor(deps, senderOf(entered.by)).submit(found.personId, sent, content, { using: writes });
        return stored.stored === "no" ? "conflict" : answerTo(c, sent, stored);
      });
    })
    .post(revealPhone.path, accept(revealPhone), async (c) => {
      const { visit } = c.req.valid("param");
      const loaded = await deps.visits.visit(visit);
      const mine = loaded && loaded.list.visitor.staffId === c.var.staff.member.staffId && !loaded.list.withdrawn;
      if (!mine) return problem(c, "not-found");
      if (isOver(loaded.list, dateOf(deps.now()))) return refuse(c, [finding("visit.until-passed")]);
      const { member } = c.req.valid("json");
      const nth = loaded.visit.members.findIndex((one) => one.member === member);
      const who = loaded.visit.members[nth];
      if (!who) return refuse(c, [finding("visit.member-unknown", "member")]);
      const stands = standsBy(loaded.visit, loaded.notes, ruleOf(await deps.policy(), loaded.visit, deps.now()));
      const next = stands.members[nth]?.ladder?.next;
      if (next !== "phone" && next !== "statement") return refuse(c, [finding("visit.not-yet", "member")]);

      const found = await opened(c, c.var.staff, who.personId, { visit }, TO_RING, ["phone"]);
      if (found.answer) return found.answer;
      const phone = leading(found.record.facts, "phone")?.phone;
      return c.json({ ...(phone && { phone }) });
    });
};

/** A form moves the register: none comes in behind the back of who has looked over the visit, whatever the tablet's clock says. */
const whyNoForm = ({ barred, visit }: Entered): Finding<VisitFinding> | undefined =>
  barred ?? (visit.state === "confirmed" ? finding("visit.confirmed") : undefined);

/** Where a finding lies in the body: the form is one of its fields. */
const underForm = (findings: readonly Finding[]): Finding[] => findings.map(({ code, path }) => finding(code, "form", ...path));
