// Sessions: who is signed in, codes on their way, known devices, counters. One table, every key of it is built here.
// No number and no phone is in a key, or anywhere but in a message on its way: `seal` stands for a keyed digest (seal.ts), of a
// person for one of number and name,
// `hash` for a plain one of a random token, which we do not keep either.
//
//   item      pk                   sk                          lives
//   session   SESSION#<hash>       SESSION                     15 min after its last touch, 12 h at most
//   code      CODE#<asker>         <seal of person or phone>   10 min; asker: ASK#<hash> at the door, PERSON#<id> inside
//   device    DEVICE#<hash>        <seal of person>            180 days after a complete sign-in from it
//   ladder    LADDER#<seal>        <device>                    24 h after the last wrong try
//   sends     SENDS#<seal>         <device>                    1 h after the last one; seal of a person or of a phone
//   asks      ASKS#<seal>          ASKS                        24 h after the last one: who asks to act for whom, and at which phone
//   rush      RUSH#<minute>        RUSH                        some minutes
//   message   MESSAGE#<id>         MESSAGE                     10 min, or until it is sent
//   sent      SENT#<personId>      <receipt>#<status>          30 days
//   attempt   ATTEMPT#<seal>       ATTEMPT                     7 days: what was received while nobody was signed in
//   nothing   NOTHING#<id>         NOTHING                     a minute: written where there is nothing to file
//
//   We ask for one item by its key, always. `expiresAt` is an epoch second; no reader believes an item past it, swept or not.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Scope } from "../../shared/delegation/scopes.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import { PersonId, Phone, type Receipt } from "../../shared/kernel/fields.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { TellKey } from "../tell.ts";

export type Item = Record<string, AttributeValue>;

const second = v.pipe(v.number(), v.integer());
const expiring = { expiresAt: second };

export const Session = v.object({
  ...expiring,
  /** Public: it names the session in the access log, and opens nothing. */
  sessionId: v.string(),
  personId: PersonId,
  limited: v.boolean(),
  /** Of somebody whom the register need not know: it sees their own first registration, and nothing else. Always limited. */
  newcomer: v.optional(v.literal(true)),
  because: v.optional(v.picklist(["phone-stale", "phone-unconfirmed", "phone-new"])),
  /** The row of this session is in the access log already: it came there in the same transaction. */
  noted: v.optional(v.literal(true)),
  /** The device, if it was known when the session began or became complete. */
  deviceId: v.optional(v.string()),
  startedAt: Instant,
  seenAt: second,
  /** Seal of the phone that its code went to: it may have been another one than today's. */
  codeWentTo: v.optional(v.string()),
  /** Seal of the number and name it was opened with: the person's counters. */
  subject: v.string(),
  /** The name, masked, for messages. */
  calls: v.string(),
  /** Seals of what one more proof may be; where there is none, only the desk can help. */
  proofs: v.array(v.string()),
  wrongProofs: second,
});
export type Session = v.InferOutput<typeof Session>;

/** The newest code and the one before it: messages overtake each other. Seals; none while nothing was sent. */
export const StoredCode = v.object({
  ...expiring,
  newest: v.optional(v.string()),
  newestUntil: v.optional(second),
  earlier: v.optional(v.string()),
  earlierUntil: v.optional(second),
});
export type StoredCode = v.InferOutput<typeof StoredCode>;

/** `version` is another one after every write: who writes has seen what is there. */
const counted = { ...expiring, version: v.string() };
export const Ladder = v.object({ ...counted, tries: second, waitUntil: second });
export const Sends = v.object({ ...counted, at: v.array(second) });

const toSend = { to: Phone, calls: v.string(), code: v.string() };
/** What is to be said to whom. `nothing`: for whom there is nothing to say, the work is done all the same. */
export const Outgoing = v.variant("kind", [
  v.object({ kind: v.literal("sign-in-code"), ...toSend }),
  v.object({ kind: v.literal("phone-code"), ...toSend }),
  v.object({ kind: v.literal("newcomer-code"), ...toSend }),
  v.object({ kind: v.literal("consent-code"), ...toSend }),
  /** `by`: who wants to act for them, masked; what for, and for how many months. */
  v.object({
    kind: v.literal("delegation-code"),
    ...{ ...toSend, by: v.string(), scopes: v.array(Scope), months: v.number() },
  }),
  v.object({ kind: v.literal("nothing") }),
]);
export type Outgoing = v.InferOutput<typeof Outgoing>;

const key = (pk: string, sk: string): Item => toAttributes({ pk, sk });

export const keyOf = {
  session: (tokenHash: string) => key(`SESSION#${tokenHash}`, "SESSION"),
  doorCode: (askHash: string, subject: string) => key(`CODE#ASK#${askHash}`, subject),
  phoneCode: (personId: PersonId, phoneSeal: string) => key(`CODE#PERSON#${personId}`, phoneSeal),
  device: (deviceId: string, subject: string) => key(`DEVICE#${deviceId}`, subject),
  ladder: (subject: string, device: string) => key(`LADDER#${subject}`, device),
  asks: (seal: string) => key(`ASKS#${seal}`, "ASKS"),
  delegationCode: (delegate: PersonId, subject: string) => key(`CODE#PERSON#${delegate}`, `delegation ${subject}`),
  sends: (subject: string, device: string) => key(`SENDS#${subject}`, device),
  rush: (minute: number) => key(`RUSH#${minute}`, "RUSH"),
  message: (id: string) => key(`MESSAGE#${id}`, "MESSAGE"),
  attempt: (seal: string) => key(`ATTEMPT#${seal}`, "ATTEMPT"),
  nothing: (id: string) => key(`NOTHING#${id}`, "NOTHING"),
  sent: (personId: PersonId, receipt: Receipt | TellKey, status: string) => key(`SENT#${personId}`, `${receipt}#${status}`),
};

/** The item, unless its time is over. */
export function read<Schema extends v.GenericSchema<unknown, { expiresAt: number }>>(
  schema: Schema,
  item: Item | undefined,
  nowSeconds: number,
): v.InferOutput<Schema> | undefined {
  if (!item) return undefined;
  const known = v.parse(schema, fromAttributes(item));
  return known.expiresAt > nowSeconds ? known : undefined;
}
