// The register for whom it is writable: the worker.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { movesOf } from "./moves.ts";
import { type Options, readRegister } from "./reader.ts";
import { type Child, itemOf } from "./table.ts";

export type Register = ReturnType<typeof openRegister>;

export const openRegister = (options: Options) => ({
  ...readRegister(options),

  moves: movesOf(options.table),

  /** For the transaction that proves whose child it is. */
  knowsChild: (parent: PersonId, child: Child): TransactWriteItem => ({
    Put: { TableName: options.table, Item: itemOf.child(parent, child) },
  }),
});
