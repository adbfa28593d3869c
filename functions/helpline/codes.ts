// The code that the caller reads out to the agent. It shows that the registered phone is in their hand, and that they want what comes
// next: it makes the ticket level 2, and lets one submission be sent for them.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { isUnproven, leading } from "../../shared/facts.ts";
import { dateOf, type Instant, instantAt, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { masked } from "../../shared/privacy/masks.ts";
import type { FactOf, RecordPage } from "../../shared/registration.ts";
import { type Because, CODE_LIFE_MINUTES, whyLimited } from "../../shared/session/rules.ts";
import type { AliasSecret } from "../alias.ts";
import { toAttributes } from "../attributes.ts";
import { Consent, keyOf } from "../desk/table.ts";
import { openCodes } from "../sessions/codes.ts";
import { openCounters } from "../sessions/counters.ts";
import { openMessages } from "../sessions/messages.ts";
import { type Refusal, wait, wrong } from "../sessions/refusal.ts";
import { newCode, newId, sealUnder } from "../sessions/seal.ts";
import { read } from "../sessions/table.ts";

type Options = {
  client: DynamoDBClient;
  /** The desk's. */
  table: string;
  secret: () => Promise<AliasSecret>;
  /** The id of a stored message onto the queue of codes. */
  carry: (message: string) => Promise<void>;
  now: () => Instant;
};
/** Whom a ticket is about: from the ticket, never from a request. */
export type OfTicket = { ticket: string; personId: PersonId };
type Known = Pick<RecordPage, "registration" | "facts">;

/** `none`: no phone that was ever proved. `because`: why the one that is registered proves too little (shared/session/rules.ts). */
export type PhoneForCodes = { is: "counts"; phone: FactOf<"phone"> } | { is: "none" } | { is: "limited"; because: Because };

/** The phone to which a code may go that stands for the person. Without one there are policy answers, a call-back and the desk. */
export function phoneForCodes({ registration, facts }: Known, today: PlainDate): PhoneForCodes {
  const phone = leading(facts, "phone");
  if (registration.status !== "active" || !phone || isUnproven(phone)) return { is: "none" };
  const because = whyLimited(phone, today);
  return because ? { is: "limited", because } : { is: "counts", phone };
}

export type ConsentCodes = ReturnType<typeof openConsentCodes>;

const HELPLINE = "helpline";
const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);

export function openConsentCodes({ client, table, secret, carry, now }: Options) {
  const codes = openCodes({ client, table });
  const counters = openCounters({ client, table });
  const messages = openMessages({ client, table });
  const moment = async () => ({ seal: sealUnder(await secret()), at: now(), seconds: secondsOf(now()) });
  type Moment = Awaited<ReturnType<typeof moment>>;

  const sealOf = ({ seal }: Moment, { ticket, personId }: OfTicket, code: string) =>
    seal("code", ["consent", ticket, personId, code].join("|"));
  const ladderOf = ({ seal }: Moment, { ticket, personId }: OfTicket) =>
    keyOf.ladder(seal("code", `tries|${personId}`), `${HELPLINE} ${ticket}`);

  return {
    /**
     * A code to the registered phone: five an hour for a person, and five for a phone. Whether this phone has had too many, because a
     * family shares it, nobody hears: the answer is the same. Finding `code.no-phone`: none that counts, nothing goes out.
     */
    async send(of: OfTicket, record: Known): Promise<{ ok: true; expiresInMinutes: number } | { ok: false; refusal: Refusal }> {
      const here = await moment();
      const { seal, at, seconds } = here;
      const reach = phoneForCodes(record, dateOf(at));
      if (reach.is !== "counts") return wrong(0, "code.no-phone");

      const forPerson = await counters.sendOnce(keyOf.sends(seal("code", `sends|${of.personId}`), HELPLINE), seconds);
      if (!forPerson.maySend) return wait(forPerson.retryAfterSeconds);
      const to = reach.phone.phone;
      const { maySend } = await counters.sendOnce(keyOf.sends(seal("phone", to), HELPLINE), seconds);

      const code = newCode();
      const messageId = newId();
      const said = { kind: "consent-code", to, calls: masked("name", record.registration.identity.name), code } as const;
      await Promise.all([
        codes.remember(keyOf.code(of.ticket, of.personId), maySend ? sealOf(here, of, code) : undefined, seconds),
        messages.keep(messageId, maySend ? said : { kind: "nothing" }, seconds),
      ]);
      await carry(messageId);
      return { ok: true, expiresInMinutes: CODE_LIFE_MINUTES };
    },

    /**
     * Whether it is the code that was sent for this ticket, in time. `writes` use it up and leave the consent: they go into the one
     * transaction that makes the ticket level 2. `until`: so long one submission may be sent. Findings: `code.wrong`, `code.expired`
     * (none is open: send another). Growing waits for this person and ticket.
     */
    async check(
      of: OfTicket,
      code: string,
    ): Promise<{ ok: true; writes: TransactWriteItem[]; until: Instant } | { ok: false; refusal: Refusal }> {
      const here = await moment();
      const { at, seconds } = here;
      const ladder = ladderOf(here, of);
      const claim = await counters.tryOnce(ladder, seconds);
      if (!claim.mayTry) return wait(claim.retryAfterSeconds);

      const key = keyOf.code(of.ticket, of.personId);
      const known = await codes.at(key, seconds);
      if (!known?.newest) return wrong(claim.waitIfWrong, "code.expired", "said");
      const sealed = sealOf(here, of, code);
      if (!codes.matches(known, sealed, seconds)) return wrong(claim.waitIfWrong, "code.wrong", "said");

      const expiresAt = seconds + CODE_LIFE_MINUTES * 60;
      const consent = { ...keyOf.consent(of.ticket, of.personId), ...toAttributes({ expiresAt, givenAt: at }) };
      const writes: TransactWriteItem[] = [
        codes.consume(key, sealed),
        { Put: { TableName: table, Item: consent } },
        counters.forget(ladder),
      ];
      return { ok: true, writes, until: instantAt(expiresAt * 1000) };
    },

    /** Until when one submission may be sent for the caller; undefined where a code has to be read out first. */
    async consent({ ticket, personId }: OfTicket): Promise<Instant | undefined> {
      const Key = keyOf.consent(ticket, personId);
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
      const known = read(Consent, Item, secondsOf(now()));
      return known && instantAt(known.expiresAt * 1000);
    },

    /** For the transaction that stores the submission: of two that are sent on one consent, one finds it gone. */
    spends: ({ ticket, personId }: OfTicket): TransactWriteItem => ({
      Delete: {
        TableName: table,
        Key: keyOf.consent(ticket, personId),
        ConditionExpression: "expiresAt > :now",
        ExpressionAttributeValues: toAttributes({ ":now": secondsOf(now()) }),
      },
    }),
  };
}
