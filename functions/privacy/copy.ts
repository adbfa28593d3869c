// All that is kept about a person, for that person (PIPL 45): one Query of each partition, after a row in the access log.
import { isQuiet, quietBecause } from "../../shared/access-log/quiet.ts";
import type { Delegation } from "../../shared/delegation/delegation.ts";
import type { SentEvidence } from "../../shared/evidence/contract.ts";
import { dateOf, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { unpackMonths } from "../../shared/paid-months.ts";
import type { Copy } from "../../shared/privacy/contract.ts";
import type { Field } from "../../shared/privacy/fields.ts";
import { fieldOfReason } from "../../shared/privacy/may-read.ts";
import type { FullRecord, PaidYear, Reason } from "../../shared/registration.ts";
import type { Submission } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { isSentFor, read } from "../casework/table.ts";
import type { LookRow } from "../looks/table.ts";
import { queryAll } from "../query.ts";
import type { History, Item } from "../register/table.ts";
import type { Uploads } from "../uploads/uploads.ts";
import type { Asking, CopyParts, TakeCopy } from "./copies.ts";

type Entries = readonly { readonly [name: string]: unknown }[];
type Told = { [field in Field]?: Entries };

/** Undefined: there is nobody like this in the register. */
export async function takeCopy(parts: CopyParts, { personId, sessionId, before }: Asking): ReturnType<TakeCopy> {
  const whole = await parts.openWhole(personId, { kind: "copy", sessionId }, before);
  if (!whole) return undefined;
  const takenAt = parts.now();
  const history = whole.history.map((move) => ({ ...move, by: authorOf(move, personId) }));
  const more = whole.older !== undefined && { olderThan: whole.older };
  if (before) return { takenAt, fields: told({ history }), ...more };

  const [filed, looks] = await Promise.all([caseworkOf(parts, personId), parts.looks.at(personId)]);
  const fields = told({
    ...ofRegister(whole.record),
    ...(whole.children > 0 && { children: [{ count: whole.children }] }),
    history,
    ...(await ofCasework(filed, await parts.uploads())),
    looks: looks.map((look) => lookTold(look, dateOf(takenAt))),
  });
  return { takenAt, fields, ...more };
}

function ofRegister({ registration, facts, reasons, joinings, enrolments, paidYears }: FullRecord): Told {
  const { identity, died, ...standing } = registration;
  const { name, docType, number, sex, birth, others = [], formerNames = [], ...more } = identity;
  const byFact = Map.groupBy(facts, (fact) => fact.name);
  const byReason = Map.groupBy(reasons, fieldOf);
  return {
    name: [{ name }],
    formerNames,
    [docType === "PASSPORT" ? "passport" : "number"]: [{ docType, number }],
    formerNumbers: others,
    sex: [{ sex }],
    ...(birth && { birth: [{ birth }] }),
    ...(died && { died: [died] }),
    standing: [{ ...standing, ...more }], // what is new in either is told too, before it has a field of its own
    ...Object.fromEntries([...byFact].map(([field, alike]) => [field, alike.map(({ name: _, ...fact }) => fact)])),
    enrolments,
    paidMonths: paidYears.map(yearTold),
    joinings,
    ...Object.fromEntries(byReason),
  };
}

/** Where it says hardship or prison, it stands there and not among the ordinary ones. */
const fieldOf = ({ reasons }: Reason): Field =>
  reasons.map(({ code }) => fieldOfReason(code)).find((field) => field !== "reason") ?? "reason";

const yearTold = ({ months, ...year }: PaidYear) => ({
  ...year,
  months: unpackMonths(months).map((paid, index) => ({ month: index + 1, ...paid })),
});

async function ofCasework(items: readonly Item[], uploads: Uploads): Promise<Told> {
  const kinds = Map.groupBy(items, (item) => item["sk"]?.S?.split("#")[0] ?? "");
  const submissions = (kinds.get("SUBMISSION") ?? [])
    .map(read.submission)
    .sort((a, b) => (a.content.acceptedAt < b.content.acceptedAt ? 1 : -1));
  const withdrawn = (kinds.get("WITHDRAWAL") ?? []).map((item) => ({
    receipt: item["sk"]?.S?.slice("WITHDRAWAL#".length),
    withdrawn: true,
  }));
  const sent = submissions.flatMap(({ evidence = [], receipt }) => evidence.map((piece) => ({ piece, receipt })));
  return {
    submissions: [...submissions.map(submissionTold), ...withdrawn],
    decisions: submissions.flatMap(({ receipt, reason }) => (reason ? [{ receipt, reason }] : [])),
    actsFor: [
      ...submissions.flatMap(({ receipt, by }) => (by ? [{ receipt, sentBy: by.as }] : [])),
      ...[...(kinds.get("DELEGATION") ?? []), ...(kinds.get("ACTSFOR") ?? [])].map((item) =>
        delegationTold(read.delegation(item), item),
      ),
      ...(kinds.get("OBJECTION") ?? []).map((item) => ({ objection: true, ...read.objection(item) })),
      ...items.filter(isSentFor).map((item) => ({ receipt: read.sentFor(item).receipt, sentFor: "somebody" })),
    ],
    evidence: await Promise.all(sent.map(({ piece, receipt }) => evidenceTold(piece, receipt, uploads))),
    consent: submissions.flatMap(({ receipt, content }) =>
      "consent" in content && content.consent ? [{ receipt, ...content.consent }] : [],
    ),
    transfers: (kinds.get("TRANSFER") ?? []).map(read.transfer).map(({ personId: _, ...transfer }) => transfer),
    reminders: [
      ...(kinds.get("DUES") ?? []).flatMap((item) => read.dues(item).dues),
      ...(kinds.get("REMINDED") ?? []).flatMap((item) => read.reminded(item).told),
      ...(kinds.get("REMINDERSETTINGS") ?? []).map(read.reminderSettings),
    ],
    notice: (kinds.get("NOTICE") ?? []).map(read.notice),
  };
}

/** The other one by the name that both know, masked. */
const delegationTold = ({ giver: _, delegate: __, calls, sent: ___, ...one }: Delegation, item: Item) =>
  item["sk"]?.S?.startsWith("ACTSFOR#") ? { ...one, actsFor: calls.giver } : { ...one, actsForMe: calls.delegate };

const submissionTold = ({ receipt, status, history, queuedAt, content, findings }: Submission) => ({
  receipt,
  status,
  content,
  history,
  queuedAt,
  findings,
});

/** The pictures themselves are not in a copy: who sent them has them, and they are gone before the record is. */
async function evidenceTold({ id, purpose }: SentEvidence, receipt: string, uploads: Uploads) {
  const piece = await uploads.find(id);
  return {
    receipt,
    purpose,
    ...(piece ? { type: piece.type, bytes: piece.bytes, putAt: piece.putAt, dueAt: piece.dueAt } : { gone: true }),
  };
}

/** Of a parent it says that it was one, of staff what stands in their log: ids open doors, and stay inside. */
function lookTold({ at, ...look }: LookRow, today: PlainDate) {
  if (look.kind === "parent") return { at, ...look, by: "parent" };
  if (look.kind === "delegate") return { at, ...look, by: look.calls };
  if (look.kind !== "staff") return { at, ...look };
  const { by, quietUntil, ...told } = look;
  if (isQuiet(quietUntil, today)) return { kind: look.kind, quietUntil, because: quietBecause(look.purpose) };
  return { at, ...told, ...(!look.workNumber && { by }) }; // a name, where the operator's own command was used
}

const authorOf = ({ by, channel }: History, personId: PersonId) =>
  channel !== "web" ? by : by === personId ? "resident" : "parent";

const caseworkOf = ({ client, casework }: CopyParts, personId: PersonId): Promise<Item[]> =>
  queryAll(client, {
    TableName: casework,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: toAttributes({ ":pk": `PERSON#${personId}` }),
  });

const INSIDE = ["personId", "delegate", "guardian", "fingerprint", "submittedBy", "decidedBy", "eventId", "lookId"];

/** Without what is ours alone: ids, digests of bodies; and without fields of which there is nothing. */
const told = (fields: Told): Copy["fields"] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, entries]) => (entries.length > 0 ? [[field, entries.map(cleaned)]] : [])),
  );

const cleaned = (entry: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]) =>
      INSIDE.includes(name) || value === undefined ? [] : [[name, plain(value)]],
    ),
  );

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "object" && value !== null ? cleaned(value) : value;
};
