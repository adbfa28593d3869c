// What kind of file came in: its first row says so, and where it lies says whose it is.
import * as v from "valibot";
import { type Column, readHeader } from "../../shared/insured/columns.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { namesTransfers, readTransferHeader, type TransferColumn } from "../../shared/transfer/feed-columns.ts";
import { FileRefused } from "./refused.ts";

/** `transfer`: only ever states of transfers. `insured`: whatever its first row says. */
export type Partner = { is: "insured" | "transfer"; agency: DivisionCode | undefined };

export type Kind =
  | { kind: "insured"; agency: DivisionCode | undefined; columns: (Column | null)[] }
  | { kind: "transfers"; agency: DivisionCode; columns: (TransferColumn | null)[] };

/** `inbox/insured-340400/…` is a file of one agency only. */
export function partnerOf(inboxKey: string): Partner {
  const [, is, division] = /^inbox\/(insured|transfer)(?:-(\d{6}))?\/[^/]+$/.exec(inboxKey) ?? [];
  const agency = v.safeParse(v.optional(DivisionCode), division);
  if ((is !== "insured" && is !== "transfer") || !agency.success) throw new FileRefused({ code: "unknown-partner" });
  return { is, agency: agency.output };
}

export function kindOf({ is, agency }: Partner, header: readonly string[]): Kind {
  if (is === "insured" && !namesTransfers(header)) {
    const read = readHeader(header);
    if (!read.ok) throw new FileRefused(read.refusal);
    return { kind: "insured", agency, columns: read.value };
  }
  const read = readTransferHeader(header);
  if (!read.ok) throw new FileRefused(read.refusal);
  if (!agency) throw new FileRefused({ code: "agency-missing" });
  return { kind: "transfers", agency, columns: read.value };
}
