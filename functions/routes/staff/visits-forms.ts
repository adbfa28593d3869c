// What became of the forms of a visit: to their visitor by receipt, to who checks it beside what the register has.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { dateOf } from "../../../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../../../shared/kernel/fields.ts";
import { formReply } from "../../../shared/registration/reply.ts";
import { saidAnew } from "../../../shared/registration/said.ts";
import { mayIn } from "../../../shared/staff/regions.ts";
import type { Submission } from "../../../shared/submission.ts";
import { type FormToCheck, openForms, readReceipts } from "../../../shared/visits/forms.ts";
import type { MemberRef } from "../../../shared/visits/ids.ts";
import type { Env } from "../../app.ts";
import { accept } from "../../http/accept.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";
import { asChecker, saidForm } from "../../visits/forms.ts";
import type { LoadedVisit } from "../../visits/visits.ts";

type Handed = { member: MemberRef; personId: PersonId; receipt: Receipt };
const TO_CHECK = "入户走访：复核上门填的登记表";

/** Every form of a visit, also those that were handed in anew. */
const handedIn = ({ visit, notes }: LoadedVisit): Handed[] =>
  notes.flatMap(({ done, receipt }) => {
    if (done.event !== "form" || !receipt) return [];
    const who = visit.members.find(({ member }) => member === done.member);
    return who ? [{ member: done.member, personId: who.personId, receipt }] : [];
  });

export const visitsForms = (deps: StaffDeps) => {
  const { casework, desk, visits } = deps;
  const submissionOf = async (of: Handed): Promise<Submission | undefined> =>
    (await casework.submission(of)) ?? (await desk.filed(of.personId, of.receipt));

  const became = ({ member, receipt }: Handed, { status, findings = [] }: Submission) => ({ member, receipt, status, findings });

  async function toCheck(c: Context<Env>, of: Handed, { list }: LoadedVisit): Promise<FormToCheck[] | number> {
    const submission = await submissionOf(of);
    if (!submission) return [];
    const plain = { ...became(of, submission), papers: [], anew: [] };
    const { content } = submission;
    if (content.slice !== "registration") return [plain];
    const ticket = list.list;
    const opened = await deps.openAs(c.var.staff, of.personId, {
      roles: ["checker"],
      purpose: "visit",
      reason: TO_CHECK,
      ticket,
    });
    if (opened.is === "too-many") return opened.retryAfterSeconds;
    if (opened.is !== "here") return [plain];

    const [policy, placeName] = await Promise.all([deps.policy(), deps.places()]);
    const { filled, door } = content;
    const had = formReply({ record: opened.record, today: dateOf(deps.now()), policy, placeName });
    return [
      {
        ...plain,
        papers: door?.seen ?? [],
        ...(door && { filledAt: door.filledAt }),
        ...(door?.declined ? { declined: true as const } : { signedBy: filled.signature.by }),
        anew: saidAnew(content),
        said: asChecker(saidForm({ filled, had, on: dateOf(content.acceptedAt), placeName })),
        had: asChecker(had),
      },
    ];
  }

  return new Hono<Env>()
    .get(readReceipts.path, accept(readReceipts), async (c) => {
      const found = await visits.visit(c.req.valid("param").visit);
      const { member } = c.var.staff;
      const isMine = found?.list.visitor.staffId === member.staffId && mayIn(c.var.staff, ["visitor"], found.list.division);
      if (!found || !(isMine || mayIn(c.var.staff, ["checker"], found.list.division))) return problem(c, "not-found");
      const handed = handedIn(found);
      const there = await Promise.all(handed.map(submissionOf));
      return c.json({ forms: handed.flatMap((of, nth) => (there[nth] ? [became(of, there[nth])] : [])) });
    })
    .post(openForms.path, accept(openForms), async (c) => {
      const found = await visits.visit(c.req.valid("param").visit);
      if (!found || !mayIn(c.var.staff, ["checker"], found.list.division)) return problem(c, "not-found");
      const forms: FormToCheck[] = [];
      for (const of of handedIn(found)) {
        const one = await toCheck(c, of, found);
        if (typeof one === "number") return problem(c, "wait", { retryAfterSeconds: one });
        forms.push(...one);
      }
      return c.json({ forms });
    });
};
