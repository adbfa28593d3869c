// The residents' forms, for who is on the phone: the same routes at addresses below a ticket. Whose form it is follows from the ticket,
// who sends it from the session; what is stored uses up the code that the caller has read out.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { ACTING, type Acted, type ActingFinding, acting as acted, readActing } from "../../../shared/acting/contract.ts";
import { askPhoneCode, submitChange } from "../../../shared/change/contract.ts";
import { readCheck } from "../../../shared/check/contract.ts";
import { listChildren } from "../../../shared/children/contract.ts";
import { submitDeclaration } from "../../../shared/declaration/contract.ts";
import { endDelegation, listDelegations } from "../../../shared/delegation/contract.ts";
import { DelegationRef } from "../../../shared/delegation/whom.ts";
import { answerDuplicate, readDuplicates } from "../../../shared/duplicates/contract.ts";
import { readOffer, submitEnrolment } from "../../../shared/enrolment/contract.ts";
import { TicketNo } from "../../../shared/helpline/ticket.ts";
import type { Contract } from "../../../shared/kernel/contract.ts";
import { Receipt } from "../../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../../shared/kernel/rule.ts";
import { masked } from "../../../shared/privacy/masks.ts";
import { readRegistrationForm, submitRegistration } from "../../../shared/registration/contract.ts";
import { currentSession } from "../../../shared/session/contract.ts";
import { STAFF_IDLE_MINUTES } from "../../../shared/staff/session.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "../../../shared/submissions/contract.ts";
import { readTransferOffer, readTransfers, stepTransfer, submitTransfer } from "../../../shared/transfer/contract.ts";
import type { Env, FormDeps } from "../../app.ts";
import { callersIn } from "../../helpline/acting-for.ts";
import { openConsentCodes } from "../../helpline/codes.ts";
import { type ActingDeps, type ActingFor, formDepsFor, type Noticed, sessionOf, whyActing } from "../../helpline/form-deps.ts";
import { accept } from "../../http/accept.ts";
import { carriedOn } from "../../http/later.ts";
import { problem } from "../../http/problem.ts";
import type { StaffDeps } from "../../staff-app.ts";

type Routes = (deps: ActingDeps) => Promise<Hono<Env>>;
const served: [readonly Contract[], Routes][] = [
  [[readCheck], async (deps) => (await import("../check.ts")).check(deps)],
  [[askPhoneCode], async (deps) => (await import("../phone-codes.ts")).phoneCodes(deps)],
  [[submitChange], async (deps) => (await import("../change.ts")).change(deps)],
  [[submitDeclaration], async (deps) => (await import("../declaration.ts")).declaration(deps)],
  [[readOffer, submitEnrolment], async (deps) => (await import("../enrolment.ts")).enrolment(deps)],
  [[readDuplicates, answerDuplicate], async (deps) => (await import("../duplicate.ts")).duplicate(deps)],
  [[readRegistrationForm, submitRegistration], async (deps) => (await import("../registration.ts")).registration(deps)],
  [[listDelegations, endDelegation], async (deps) => (await import("../family.ts")).family(deps)],
  [[listChildren], async (deps) => (await import("../children.ts")).children(deps)],
  [
    [readTransferOffer, readTransfers, submitTransfer, stepTransfer],
    async (deps) => (await import("../transfer.ts")).transfer(deps),
  ],
  [[listSubmissions, readSubmission, withdrawSubmission], async (deps) => (await import("../submissions.ts")).submissions(deps)],
];

export function acting(deps: StaffDeps): Hono<Env> {
  const { table } = deps.desk;
  const consents = openConsentCodes({ ...deps, table });
  const callerOf = callersIn({ ...deps, table });

  /** Who may act here: on a ticket of theirs, about somebody who has proved by a code that it is they. */
  async function allowed(c: Context<Env>, ticket: TicketNo): Promise<ActingFor | Response> {
    const caller = await callerOf(c.var.staff, ticket);
    if (!caller) return problem(c, "not-found");
    if (caller.level < 2) return problem(c, "not-this-session");
    return { here: c.var.staff, ticket, personId: caller.personId };
  }

  /** What a route reads of somebody beside the record is a look too, but for what was sent on this very ticket. */
  async function isLook(forms: FormDeps, residents: Contract, { personId, ticket }: ActingFor, named: Named): Promise<boolean> {
    if (residents === listSubmissions || residents === askPhoneCode || residents === endDelegation) return true;
    if (residents === stepTransfer) return false; // its route opens the record itself
    const sent = named.receipt && (await forms.casework.submissionSeenBy(personId, named.receipt));
    return sent !== undefined && sent.sender?.ticket !== ticket;
  }

  async function act(c: Context<Env>, { residents }: Acted): Promise<Response> {
    const { ticket, ...named } = v.parse(Named, c.var.shaped.param);
    const whose = await allowed(c, ticket);
    if (whose instanceof Response) return whose;
    if (residents === currentSession) return c.json({ limited: false, idleMinutes: STAFF_IDLE_MINUTES });
    const json = withoutPaper(residents, c.var.shaped.json);
    if (!json) return problem(c, "refused", { findings: [missing("acting.paper-needed")] });

    const noticed: Noticed = {};
    const forms = formDepsFor(deps, consents, whose, noticed);
    let calls = "";
    if (await isLook(forms, residents, whose, named)) {
      const record = await forms.openRecord(whose.personId, { kind: "session", sessionId: ticket });
      if (record) calls = masked("name", record.registration.identity.name);
      else if (!noticed.retryAfterSeconds) return problem(c, "not-found");
    }
    if (!noticed.retryAfterSeconds) {
      const session = sessionOf(whose, deps.now(), calls);
      const found = { ...c.var, contract: residents, shaped: { ...c.var.shaped, param: named, json }, session };
      const answer = await carriedOn(await routesOf(residents)(forms)).fetch(asResidents(c), found);
      if (!noticed.retryAfterSeconds && !(noticed.consentMissing && !answer.ok)) return answer;
    }
    const { retryAfterSeconds } = noticed;
    return retryAfterSeconds
      ? problem(c, "wait", { retryAfterSeconds })
      : problem(c, "refused", { findings: [missing("acting.consent-missing")] });
  }

  const app = new Hono<Env>().get(readActing.path, accept(readActing), async (c) => {
    const whose = await allowed(c, c.req.valid("param").ticket);
    if (whose instanceof Response) return whose;
    const opened = await deps.openAs(whose.here, whose.personId, whyActing(whose.ticket));
    if (opened.is === "too-many") return problem(c, "wait", opened);
    if (opened.is !== "here") return problem(c, "not-found");
    const consent = await consents.consent(whose);
    return c.json({ name: masked("name", opened.record.registration.identity.name), ...(consent && { consent }) });
  });
  for (const one of acted) app.on(one.contract.method, one.contract.path, (c) => act(c, one));
  return app;
}

const Named = v.object({ ticket: TicketNo, receipt: v.optional(Receipt), delegation: v.optional(DelegationRef) });
type Named = Pick<v.InferOutput<typeof Named>, "receipt">;

const missing = (code: ActingFinding): Finding<ActingFinding> => finding(code);
const routesOf = (residents: Contract): Routes => served.find(([contracts]) => contracts.includes(residents))![1];

/** The same request as a resident's page would send it; its body has been read. */
function asResidents(c: Context<Env>): Request {
  const url = new URL(c.req.url);
  url.pathname = url.pathname.replace(BELOW, "/api");
  return new Request(url, { method: c.req.method, headers: c.req.raw.headers });
}
const BELOW = new RegExp(`^/api${ACTING.replace(/:\w+/, "[^/]+")}`);

const Papers = v.object({ evidence: v.object({ ids: v.array(v.unknown()) }) });

/** Undefined: it names a paper, or is worth nothing without one. Nobody can show a paper on the phone: that is for the desk. */
function withoutPaper(residents: Contract, json: unknown): unknown {
  const papers = v.safeParse(Papers, json);
  if (!papers.success) return json;
  if (residents === submitChange || papers.output.evidence.ids.length > 0) return undefined;
  const { evidence: _, ...rest } = Object(json);
  return rest;
}
