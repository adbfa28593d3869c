// The register for whom it is writable: the worker.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Registration } from "../../shared/registration.ts";
import { toAttributes } from "../attributes.ts";
import type { MoveDues } from "../reminders/dues.ts";
import { movesOf } from "./moves.ts";
import { type Options, readRegister } from "./reader.ts";
import { type Child, itemOf, keyOf } from "./table.ts";

export type Register = ReturnType<typeof openRegister>;

/** `movesDues`: what reminders are to follow from what moves. */
export const openRegister = (options: Options & { movesDues?: MoveDues }) => ({
  ...readRegister(options),
  table: options.table,

  moves: movesOf(options.table, options.movesDues),

  /** For a transaction that rests on what was read. */
  unmoved: ({ personId, version }: Registration): TransactWriteItem => ({
    ConditionCheck: {
      TableName: options.table,
      Key: keyOf.registration(personId),
      ConditionExpression: "version = :read",
      ExpressionAttributeValues: toAttributes({ ":read": version }),
    },
  }),

  /** For the transaction that proves whose child it is. */
  knowsChild: (parent: PersonId, child: Child): TransactWriteItem => ({
    Put: { TableName: options.table, Item: itemOf.child(parent, child) },
  }),
});
