// Signing in: a code is asked for and brought back. What is done for someone known, unknown or blocked is the same, call by call.
import { isUnproven, leading } from "../../shared/facts.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { withoutReservedDigit } from "../../shared/kernel/foreigner.ts";
import { nameKey } from "../../shared/kernel/names.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { masked } from "../../shared/privacy/masks.ts";
import type { FactOf, Registration } from "../../shared/registration.ts";
import { proofsOf } from "../../shared/session/proof.ts";
import type { Answer } from "../../shared/session/puzzle.ts";
import { whyLimited } from "../../shared/session/rules.ts";
import type { Who } from "../../shared/session/who.ts";
import { transacted } from "../transact.ts";
import { endOf } from "./kept.ts";
import { type Refusal, wait, wrong } from "./refusal.ts";
import { challengeIn } from "./rush.ts";
import { hashOf, newCode, newId, newToken, type Seal } from "./seal.ts";
import type { Moment, Tools } from "./sessions.ts";
import { keyOf, type Outgoing, type Session } from "./table.ts";

/** All browsers that never signed in as this person are one: whoever wears out their patience does it among themselves. */
export const STRANGER = "stranger";

type Browser = { askToken: string | undefined; deviceToken: string | undefined };
type Ask = { who: Who; answer: Answer | undefined; browser: Browser };
type SignIn = { who: Who; code: string; browser: Browser };

/** `deviceToken` comes with a complete session: the browser is known from now on. */
export type Opened = { token: string; session: Session; deviceToken?: string };

/** Whom a code can reach: registered, alive in the register, with a phone. */
type Reached = { registration: Registration; personId: PersonId; phone: FactOf<"phone"> };

export function doorIn({
  client,
  findPerson,
  openRecord,
  looks,
  carry,
  codesPerMinute,
  counters,
  codes,
  kept,
  messages,
  moment,
}: Tools) {
  async function find({ documents, name }: Who): Promise<Reached | undefined> {
    const found = await Promise.all(documents.map((document) => findPerson({ ...document, name })));
    const person = found.find((candidate) => candidate !== undefined);
    const phone = person && leading(person.facts, "phone");
    if (!phone || isUnproven(phone)) return undefined;
    return { registration: person.registration, phone, personId: person.registration.personId };
  }

  /** The person's own session, and their own look into their record. */
  async function proofsFor(personId: PersonId, sessionId: string, seal: Seal): Promise<string[]> {
    const record = await openRecord(personId, { kind: "session", sessionId });
    return record ? proofsOf(record).map((proof) => seal("proof", `${sessionId}|${proof}`)) : [];
  }

  async function deviceIn({ deviceToken }: Browser, subject: string, now: number): Promise<string> {
    const deviceId = hashOf(deviceToken ?? STRANGER);
    return (await kept.knowsDevice(deviceId, subject, now)) && deviceToken ? deviceId : STRANGER;
  }

  return {
    /** A code to the registered phone, or just as much work. Tells by which token it may be brought back. */
    async askCode({ who, answer, browser }: Ask): Promise<Result<{ askToken: string }, Refusal>> {
      const { seal, now } = await moment();
      const subject = subjectOf(seal, who);
      const challenge = await challengeIn(counters, codesPerMinute, { seal, subject, now, answer });
      if (challenge) return refused({ type: "busy", findings: [], challenge });

      const [reached, device] = await Promise.all([find(who), deviceIn(browser, subject, now)]);
      const forPerson = await counters.sendOnce(keyOf.sends(subject, device), now);
      const line = reached && forPerson.maySend ? reached.phone.phone : `nobody ${subject}`;
      const forPhone = await counters.sendOnce(keyOf.sends(seal("phone", line), device), now);

      const askToken = browser.askToken ?? newToken();
      const code = newCode();
      const sealed = sealOf(seal, askToken, reached, code);
      const goes = reached && forPerson.maySend && forPhone.maySend ? reached : undefined;
      const messageId = newId();
      await Promise.all([
        codes.remember(keyOf.doorCode(hashOf(askToken), subject), goes && sealed, now),
        messages.keep(messageId, messageTo(goes, code), now),
      ]);
      await carry(messageId);
      return accepted({ askToken });
    },

    /** The right code, in the browser that asked for it, for the person whom it was sent for, once. */
    async signIn({ who, code, browser }: SignIn): Promise<Result<Opened, Refusal>> {
      const { askToken } = browser;
      if (!askToken) return wrong(0, "code.not-asked", "code");

      const { seal, now, at } = await moment();
      const subject = subjectOf(seal, who);
      const device = await deviceIn(browser, subject, now);
      const ladder = keyOf.ladder(subject, device);
      const claim = await counters.tryOnce(ladder, now);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = keyOf.doorCode(hashOf(askToken), subject);
      const [reached, known] = await Promise.all([find(who), codes.at(key, now)]);
      const sealed = sealOf(seal, askToken, reached, code);
      if (!codes.matches(known, sealed, now) || !reached) return wrong(claim.waitIfWrong, "code.wrong", "code");

      const because = whyLimited(reached.phone, dateOf(at));
      const deviceToken = because ? undefined : (browser.deviceToken ?? newToken());
      const sessionId = newId();
      const proofs = because ? await proofsFor(reached.personId, sessionId, seal) : [];
      const codeWentTo = seal("phone", `session|${reached.phone.phone}`);
      const beginning = { reached, sessionId, subject, because, proofs, device, deviceToken, codeWentTo };
      const session = sessionOf(beginning, { at, now });
      const token = newToken();
      const opened = await transacted(client, [
        codes.consume(key, sealed),
        kept.begin(token, session),
        counters.forget(ladder),
        ...(deviceToken ? [kept.remember(hashOf(deviceToken), subject, now)] : []),
        // A limited session has looked already, for the proofs it may be asked for.
        ...(because ? [] : [looks.noting(reached.personId, { kind: "session", sessionId })]),
      ]);
      return opened
        ? accepted({ token, session, ...(deviceToken && { deviceToken }) })
        : wrong(claim.waitIfWrong, "code.wrong", "code");
    },
  };
}

/**
 * The person of all counters: number and name, so that who knows a number alone wears out nobody's patience but their own.
 * A guessed name has a ladder like any other, and no code ever goes out to it.
 */
export const subjectOf = (seal: Seal, { documents: [document], name }: Who) =>
  seal("number", `${withoutReservedDigit(document.number)}|${nameKey(name)}`);

/** Good for one browser, one person and the phone they have now. Two people may share a number; their codes are not alike. */
const sealOf = (seal: Seal, askToken: string, reached: Reached | undefined, code: string) =>
  seal("code", [askToken, reached?.personId, reached?.phone.phone, code].join("|"));

const messageTo = (reached: Reached | undefined, code: string): Outgoing =>
  reached ? { kind: "sign-in-code", to: reached.phone.phone, calls: nameOf(reached), code } : { kind: "nothing" };

const nameOf = ({ registration }: Reached) => masked("name", registration.identity.name);

type Beginning = {
  reached: Reached;
  sessionId: string;
  subject: string;
  proofs: string[];
  because: Session["because"];
  device: string;
  deviceToken: string | undefined;
  codeWentTo: string;
};

function sessionOf(
  { reached, sessionId, subject, because, proofs, device, deviceToken, codeWentTo }: Beginning,
  { at, now }: Omit<Moment, "seal">,
): Session {
  const deviceId = deviceToken ? hashOf(deviceToken) : device;
  return {
    sessionId,
    personId: reached.personId,
    noted: true,
    limited: because !== undefined,
    ...(because && { because }),
    ...(deviceId !== STRANGER && { deviceId }),
    startedAt: at,
    seenAt: now,
    expiresAt: endOf(at, now),
    codeWentTo,
    subject,
    calls: nameOf(reached),
    proofs,
    wrongProofs: 0,
  };
}
