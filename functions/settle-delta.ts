// Brings the register up to date with an agency's rows about one person: read, decide, then ONE transaction.
import { type DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Task } from "../shared/desk/task.ts";
import { newlyDouble } from "../shared/duplicates/find.ts";
import { newDocuments } from "../shared/identity.ts";
import type { Delta } from "../shared/insured/delta.ts";
import { type RowOutcome, settleRows } from "../shared/insured/effect.ts";
import { dateOf, type Instant } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { Changes, FullRecord } from "../shared/registration.ts";
import { type AliasSecret, aliasesOf } from "./alias.ts";
import { conditionFailed, reasonsOf } from "./cancellation.ts";
import type { Desk } from "./desk/desk.ts";
import { locationOf } from "./environment.ts";
import { openFeeds } from "./feeds/bucket.ts";
import { openChunks } from "./feeds/chunk-rows.ts";
import { ownRowsIn } from "./feeds/former.ts";
import { receiptOf, sameNumberReceipt } from "./feeds/ids.ts";
import { partsOf, type Rows } from "./feeds/parts.ts";
import { resultPut } from "./feeds/results.ts";
import { personIn, whoseIn } from "./feeds/whose.ts";
import { Fault } from "./log.ts";
import { claimsOf } from "./register/aliases.ts";
import type { Employers } from "./register/employers.ts";
import type { Villages } from "./register/households.ts";
import { namesWrites } from "./register/names.ts";
import { withPhoneIn } from "./register/phones.ts";
import type { Register } from "./register/register.ts";
import { FRESH_LOOKS_ON_CONFLICT } from "./settle.ts";
import { besideIn } from "./settle-beside.ts";
import type { Due } from "./task-for.ts";
import type { Tell } from "./tell.ts";
import { holds } from "./transact.ts";

export type SettleDeltaDeps = {
  client: DynamoDBClient;
  s3: S3Client;
  register: Register;
  desk: Desk;
  employers: Employers;
  villages: Villages;
  secret: () => Promise<AliasSecret>;
  now: () => Instant;
  due: Due;
  tell: Tell;
};
/** Some rows of a delta, and whom they are about as far as we know. */
type Part = {
  delta: Delta;
  rows: Rows;
  file: string;
  receivedAt: Instant;
  personId: PersonId;
  /** Somebody nobody vouches for has the number: who the agency knows enters beside them. */
  beside?: true;
};
type Decided = { held: FullRecord | undefined; outcomes: RowOutcome[]; changes?: Changes };

export function settleDelta(deps: SettleDeltaDeps) {
  const { client, s3, register, desk, employers, villages, secret, now, due, tell } = deps;
  const table = locationOf("register");
  const rowsAbout = openChunks(openFeeds({ s3, bucket: locationOf("feeds") }));
  const whose = whoseIn({ client, table, register });
  const ownRows = ownRowsIn({ register, secret });
  const besideOthers = besideIn({ register, secret, table });
  const withPhone = withPhoneIn({ table, secret });

  return async function settle(delta: Delta): Promise<void> {
    const { rows, file, receivedAt } = await rowsAbout(delta);
    for (const part of partsOf(rows)) await settlePart({ delta, rows: part, file, receivedAt, personId: delta.personId });
  };

  async function settlePart(given: Part): Promise<void> {
    let part = given;
    for (let look = 0; look <= FRESH_LOOKS_ON_CONFLICT; look++) {
      const { delta, rows, file, receivedAt, personId } = part;
      // Someone new needs no reading: if anybody was quicker, the write of the registration fails.
      const held = delta.known || look > 0 || part !== given ? await register.record(personId) : undefined;
      const at = now();
      const said = rows.map(({ insured }) => insured);
      const told = held ? await ownRows(said, held) : said;
      const decided = { held, ...settleRows(held, told, { personId, file, acceptedAt: receivedAt, now: at }) };
      if (decided.outcomes[0] === "review") {
        const owner = await ownerOf(part);
        if (owner !== personId) {
          part = { ...part, personId: owner };
          continue;
        }
        if (await besideOthers.isOnlySaid(rows[0].insured, held)) {
          part = { ...part, personId: await besideOthers.idFor(delta.feed, rows[0].insured), beside: true };
          continue;
        }
      }
      // Before it is stored: told again under the same name, it goes out once; told afterwards, a crash would keep it from them.
      for (const found of newlyDouble(held?.summary, decided.changes?.summary)) await tell(personId, "duplicate-found", found);
      const ended = await commit(part, decided, at);
      // Afterwards, so that a word lost here comes again with the rows; it holds none of them up.
      if (ended === "done") {
        await villages.note(said);
        return employers.note(said, receivedAt);
      }
      if (ended === "number-taken") part = { ...part, personId: await ownerOf(part) };
    }
    throw new Fault("settle.version-conflict");
  }

  /** Who has the number by now. */
  async function ownerOf({ delta, rows }: Part): Promise<PersonId> {
    const [owner] = await whose(await secret(), delta.feed, [personIn(rows.map(({ insured }) => insured))]);
    return owner!.personId;
  }

  async function commit(
    part: Part,
    { held, outcomes, changes }: Decided,
    at: Instant,
  ): Promise<"done" | "conflict" | "number-taken"> {
    const { delta, rows, file, personId } = part;
    const [{ row, insured }] = rows;
    const result = resultPut(table, delta.feed, delta.chunk, { rows: rows.map((each) => each.row), outcomes, personId }, at);
    if (outcomes[0] === "review") return ask(part, result, at);
    if (!changes) return noted(result);

    const origin = { by: `insured-${insured.division}`, channel: "import" as const };
    const moves = register.moves({ ...origin, personId, before: held, changes, receipt: receiptOf(file, row), recordedAt: at });
    const [was, is] = [held?.registration.identity, changes.registration?.identity];
    const versions = is && (await secret());
    const numbers = is ? newDocuments(was, is) : [];
    const beside = part.beside && !held ? await besideOthers.claims(numbers, personId, dateOf(at)) : undefined;
    const claims = beside ?? (versions ? claimsOf(table, versions, numbers, personId, dateOf(at)) : []);
    const names = versions ? namesWrites(table, versions, was, is, personId) : [];
    const phones = await withPhone(personId, held, changes);
    try {
      const TransactItems = [...moves, ...claims, ...names, ...phones, { Put: result }];
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return "done";
    } catch (error) {
      const reasons = reasonsOf(error);
      if (conditionFailed(reasons.at(-1))) return "done"; // delivered before
      if (reasons.slice(moves.length, -1).some(conditionFailed)) return "number-taken";
      if (conditionFailed(reasons[0]) || reasons.some(({ Code }) => Code === "TransactionConflict")) return "conflict";
      throw error;
    }
  }

  /** The same question, asked by another row or another file, is asked once. */
  async function ask(
    { delta, rows: [{ insured }], personId }: Part,
    result: ReturnType<typeof resultPut>,
    at: Instant,
  ): Promise<"done"> {
    const versions = await secret();
    const [alias] = aliasesOf(versions, insured.docType, insured.number);
    const { name, docType, number, sex, birth } = insured;
    const task: Task = {
      personId,
      receipt: sameNumberReceipt(versions, alias, insured.name),
      kind: "same-number",
      state: "open",
      region: insured.division,
      openedAt: at,
      ...due(dateOf(at), insured.division),
      rows: { feed: delta.feed, chunk: delta.chunk, rows: delta.rows },
      said: { name, docType, number, sex, ...(birth && { birth }) },
    };
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [desk.opens(task), { Put: result }] }));
      return "done";
    } catch (error) {
      const [asked, delivered] = reasonsOf(error);
      if (conditionFailed(delivered)) return "done";
      if (conditionFailed(asked)) return noted(result);
      throw error;
    }
  }

  /** Delivered before, it is there. */
  async function noted(result: ReturnType<typeof resultPut>): Promise<"done"> {
    await holds(() => client.send(new PutItemCommand(result)));
    return "done";
  }
}
