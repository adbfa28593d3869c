import { createHash } from "node:crypto";
import * as v from "valibot";
import { ChildRef } from "../shared/children/contract.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import { receiptFrom } from "./receipt.ts";

/** Sixty bits of a digest over two secret ids: nobody else can name it. */
export const childRefOf = (parent: PersonId, child: PersonId): ChildRef =>
  v.parse(ChildRef, receiptFrom(createHash("sha256").update(`child ${parent}:${child}`).digest()));
