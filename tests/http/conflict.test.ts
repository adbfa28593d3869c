// What the embedded engine, which does one thing after the other, never answers: two at one item, and a table asked too much.
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import * as v from "valibot";
import { beforeEach, describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { itemOf } from "../../functions/casework/table.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { isOutage } from "../../functions/outage.ts";
import { openCodes } from "../../functions/sessions/codes.ts";
import { openCounters } from "../../functions/sessions/counters.ts";
import { keyOf } from "../../functions/sessions/table.ts";
import { transacted } from "../../functions/transact.ts";
import { AttemptKey, DivisionCode, Receipt } from "../../shared/kernel/fields.ts";
import { Submission } from "../../shared/submission.ts";
import { aChange, aPersonId, day, noon } from "../support/build.ts";

const client = new DynamoDBClient({});
const table = mockClient(client);
beforeEach(() => table.reset());

const $metadata = {};
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ message: "", $metadata, CancellationReasons: codes.map((Code) => ({ Code })) });
const held = new TransactionConflictException({ message: "", $metadata });
const full = cancelled("None", "ThrottlingError");

const personId = aPersonId();
const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
const content = {
  slice: "change" as const,
  change: aChange({ item: "card", hasCard: true }),
  acceptedAt: noon("2026-03-31"),
};
const casework = () => openCasework({ client, table: "casework" });

describe("somebody who taps twice", () => {
  test("gets the receipt that the first tap brought, when both touch the submission in one instant", async () => {
    const submission = v.parse(Submission, {
      personId,
      receipt: "C7K2-94MD-61QX",
      status: "received",
      content,
      fingerprint: "f",
      history: [],
    });
    const there = { Code: "ConditionalCheckFailed", Item: itemOf.submission(submission) };
    const after = new TransactionCanceledException({ message: "", $metadata, CancellationReasons: [there, { Code: "None" }] });
    table
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled("TransactionConflict", "None", "ConditionalCheckFailed"))
      .rejects(after);

    expect(await casework().submit(personId, sent, content)).toEqual({ stored: "before", submission });
  });

  test("takes back once, when the worker is at the same submission", async () => {
    table
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled("TransactionConflict", "None", "None"))
      .resolves({});

    expect(await casework().withdraw(personId, v.parse(Receipt, "C7K2-94MD-61QX"), sent.key, noon("2026-03-31"))).toBe(true);
  });
});

test("what is handed in is taken when a table had no room for a moment", async () => {
  table.on(TransactWriteItemsCommand).rejectsOnce(full).rejectsOnce(full).resolves({});

  expect(await casework().submit(personId, sent, content)).toMatchObject({ stored: "now" });
});

test("a submission is marked as queued although its outcome is being written", async () => {
  table.on(UpdateItemCommand).rejectsOnce(held).resolves({});
  const receipt = v.parse(Receipt, "C7K2-94MD-61QX");

  await expect(casework().markQueued({ personId, receipt }, noon("2026-03-31"))).resolves.toBeUndefined();
});

test("a decision of the desk is stored although somebody else is at the task", async () => {
  table
    .on(TransactWriteItemsCommand)
    .rejectsOnce(cancelled("TransactionConflict", "None", "None"))
    .resolves({});
  const task = {
    personId,
    receipt: v.parse(Receipt, "C7K2-94MD-61QX"),
    kind: "hukou-move" as const,
    state: "open" as const,
    region: v.parse(DivisionCode, "340403"),
    openedAt: noon("2026-03-31"),
    dueAt: day("2026-04-15"),
    provisional: false,
  };
  const word = { verdict: "applied" as const, reason: "证件相符", by: "Zhao" };

  expect(await openDesk({ client, table: "desk" }).decide(task, word, noon("2026-03-31"))).toEqual({
    final: true,
  });
});

describe("signing in twice at once", () => {
  const ladder = keyOf.ladder("subject", "stranger");

  test("counts a try on the ladder that the other sign-in is taking away", async () => {
    table.on(GetItemCommand).resolves({});
    table.on(PutItemCommand).rejectsOnce(held).resolves({});

    expect(await openCounters({ client, table: "sessions" }).tryOnce(ladder, 0)).toEqual({ mayTry: true, waitIfWrong: 0 });
    expect(table.commandCalls(GetItemCommand)).toHaveLength(2); // it looked again at what the other one left
  });

  test("remembers a new code while the one before it is being used up", async () => {
    table.on(UpdateItemCommand).rejectsOnce(held).resolves({});

    await openCodes({ client, table: "sessions" }).remember(keyOf.doorCode("ask", "subject"), "sealed", 0);
    expect(table.commandCalls(UpdateItemCommand)).toHaveLength(2);
  });

  test("opens one session: the code is gone for the other", async () => {
    table
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled("TransactionConflict"))
      .rejects(cancelled("ConditionalCheckFailed"));

    expect(await transacted(client, [])).toBe(false);
  });
});

describe("what does not pass", () => {
  test.each([
    { when: "the table stays full", error: full },
    { when: "somebody stays at it", error: cancelled("None", "TransactionConflict") },
    { when: "a single write stays held", error: held },
  ])("is 'we cannot reach it now' when $when, after a few tries", async ({ error }) => {
    table.on(TransactWriteItemsCommand).rejects(error);
    const tried = await casework()
      .submit(personId, sent, content)
      .catch((thrown: unknown) => thrown);

    expect(tried).toBe(error);
    expect(isOutage(tried)).toBe(true);
  });

  test("is a fault of ours when a transaction was made wrongly", () => {
    expect(isOutage(cancelled("None", "ValidationError"))).toBe(false);
    expect(isOutage(cancelled("None", "ItemCollectionSizeLimitExceeded"))).toBe(false);
  });
});
