// Family access: how it begins by the adult's own code, and a minor's objection. How it is shown and ended: family.ts.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { askDelegationCode, beginDelegation, objectToGuardians } from "../../shared/delegation/contract.ts";
import { type Delegation, isAdult } from "../../shared/delegation/delegation.ts";
import { mayObject, scopesIn, untilAfter, viewFor, whyNotAsk } from "../../shared/delegation/rules.ts";
import type { Scope } from "../../shared/delegation/scopes.ts";
import type { Received } from "../../shared/kernel/answers.ts";
import { dateOf, momentAfter, PlainDate } from "../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { CODE_LIFE_MINUTES } from "../../shared/session/rules.ts";
import { readWho, type Who } from "../../shared/session/who.ts";
import type { Deps, Env, Session } from "../app.ts";
import { receiptFor } from "../casework/table.ts";
import { refOf } from "../delegations/ref.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import type { Wish } from "../sessions/delegation.ts";
import { myself, recordOf } from "./subject.ts";

type Asked = { number: string; name: string; scopes: readonly Scope[]; months: number };

export const delegation = (deps: Deps) => {
  const { now } = deps;
  const refuse = (c: Context, found: Finding) => problem(c, "refused", { findings: [found] });

  /** What can be told before any code: of who asks, and of the number as it is typed. */
  async function wishOf(session: Session, { scopes, months, ...typed }: Asked): Promise<Wish | Finding[] | undefined> {
    const [record, phones, delegations] = await Promise.all([
      recordOf(deps, myself(session)),
      deps.phonesOf(session.personId),
      deps.delegations(),
    ]);
    if (!record) return undefined;
    const today = dateOf(now());
    const who = readWho(typed, today);
    if (!who.ok) return who.refusal;
    if (isOwn(record, who.value)) return [finding("delegation.yourself", "number")];
    if (bornIn(who.value).some((birth) => !isAdult(birth, today))) return [finding("delegation.giver-minor", "number")];
    const not = whyNotAsk(record, (await delegations.of(session.personId)).held, today, now());
    return not
      ? [not]
      : { session, who: who.value, scopes: scopesIn(scopes), months, phones, named: record.registration.identity.name };
  }

  return new Hono<Env>()
    .post(askDelegationCode.path, accept(askDelegationCode), async (c) => {
      const wish = await wishOf(c.var.session, c.req.valid("json"));
      if (!wish) return problem(c, "not-found");
      if (Array.isArray(wish)) return problem(c, "refused", { findings: wish });
      const asked = await (await deps.sessions.delegationCodes()).ask(wish);
      return asked.ok ? c.json({ expiresInMinutes: CODE_LIFE_MINUTES }, 202) : problem(c, asked.refusal.type, asked.refusal);
    })

    .post(beginDelegation.path, attempt(), accept(beginDelegation), async (c) => {
      const { code, ...asked } = c.req.valid("json");
      const { session, attempt: sent } = c.var;
      const { personId } = session;
      const delegations = await deps.delegations();
      const ref = refOf("delegation", personId, sent.key);
      const told = async (one: Delegation) => {
        await deps.tell(one.giver, "delegation-begun", one.delegation);
        return c.json({ delegation: viewFor(personId, one, now()) }, 201);
      };
      const earlier = await delegations.held(personId, ref);
      if (earlier) return earlier.sent === sent.fingerprint ? told(earlier) : problem(c, "attempt-reused");

      /** A second tap may find the code used up, or it begun, by the first, which was stored a moment ago. */
      const unlessTwin = async (refusal: Response) => {
        const twin = await delegations.held(personId, ref);
        return twin?.sent === sent.fingerprint ? told(twin) : refusal;
      };

      const wish = await wishOf(session, asked);
      if (!wish) return problem(c, "not-found");
      if (Array.isArray(wish)) return unlessTwin(problem(c, "refused", { findings: wish }));
      const proven = await (await deps.sessions.delegationCodes()).check(wish, code);
      if (!proven.ok) return unlessTwin(problem(c, proven.refusal.type, proven.refusal));
      const { giver, calls, uses } = proven.value;
      const begunAt = now();
      const one: Delegation = {
        delegation: ref,
        giver,
        delegate: personId,
        calls: { giver: calls, delegate: session.calls },
        named: wish.named,
        scopes: [...wish.scopes],
        as: "adult",
        proven: "code",
        begunAt,
        until: untilAfter(dateOf(begunAt), wish.months),
        sent: sent.fingerprint,
      };
      const begun = await delegations.begin(one, uses, begunAt);
      if (begun === "begun") return told(one);
      if (begun === "busy") return unlessTwin(problem(c, "conflict"));
      return unlessTwin(refuse(c, begun === "used" ? finding("code.wrong", "code") : begun));
    })

    .post(objectToGuardians.path, attempt(), accept(objectToGuardians), async (c) => {
      const { personId } = c.var.session;
      const sent = c.var.attempt;
      const receipt = receiptFor(personId, sent.key);
      const received = () => c.json({ receipt, status: "received" } satisfies Received, 202);
      const earlier = await deps.casework.submission({ personId, receipt });
      if (earlier) return earlier.fingerprint === sent.fingerprint ? received() : problem(c, "attempt-reused", { receipt });
      const record = await recordOf(deps, myself(c.var.session));
      if (!record) return problem(c, "not-found");
      if (!mayObject(record.registration.identity.birth, dateOf(now()))) return refuse(c, finding("objection.not-of-age"));

      const [last] = await deps.casework.submissions(personId);
      const acceptedAt = momentAfter(last?.content.acceptedAt, now());
      const { words } = c.req.valid("json");
      const content = { slice: "objection", ...(words && { words }), acceptedAt } as const;
      const using = [(await deps.delegations()).objects(personId, { receipt, at: acceptedAt, state: "open" })];
      const stored = await deps.casework.submit(personId, sent, content, { using });
      return stored.stored === "no" ? problem(c, "conflict", { findings: [finding("objection.there-already")] }) : received();
    });
};

const isOwn = ({ registration: { identity } }: RecordPage, { documents }: Who): boolean =>
  documents.some(({ docType, number }) =>
    [identity, ...(identity.others ?? [])].some((own) => own.docType === docType && own.number === number),
  );

/** The birth date that a citizen's number says itself: it tells nothing of the register. */
const bornIn = ({ documents }: Who): PlainDate[] =>
  documents.flatMap(({ docType, number }) => {
    if (docType !== "RIC" || number.length !== 18) return [];
    const read = v.safeParse(PlainDate, `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
    return read.success ? [read.output] : [];
  });
