// What a matter is called in an address: its key, sealed. Nobody can read whose it is out of it, or make one up; the same matter is
// always called the same, so an address can be kept and two pages of a list never show it twice.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import { type MatterName, MatterNames } from "../../shared/desk/contract.ts";
import { Work } from "../../shared/desk/work.ts";
import { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import type { AliasSecret } from "../alias.ts";

const Key = v.object({ personId: PersonId, receipt: Receipt, work: v.optional(Work.entries.work) });
export type MatterKey = v.InferOutput<typeof Key>;

const SEAL_BYTES = 16;
const CIPHER = "aes-256-ctr";
/** Names of one kind lead nowhere among those of the other. */
const labels = { matter: "canbaotong desk matter 1", transfer: "canbaotong desk transfer 1" } as const;

const keysFrom = (secret: string, of: keyof typeof labels) => {
  const bytes = Buffer.from(hkdfSync("sha256", Buffer.from(secret, "base64"), "", labels[of], 64));
  return { forSeal: bytes.subarray(0, 32), forText: bytes.subarray(32) };
};
const sealOf = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest().subarray(0, SEAL_BYTES);

export const nameOf = (secret: AliasSecret, key: MatterKey): MatterName => sealed(secret, key, "matter");
export const keyNamed = (secret: AliasSecret, name: MatterName): MatterKey | undefined => opened(secret, name, "matter");

/** `receipt`: of the application. */
export const nameOfTransfer = (secret: AliasSecret, { personId, receipt }: Omit<MatterKey, "work">): MatterName =>
  sealed(secret, { personId, receipt }, "transfer");
export const transferNamed = (secret: AliasSecret, name: MatterName): MatterKey | undefined => opened(secret, name, "transfer");

/** The seal of the text is also where its cipher begins: two texts never share a beginning. */
function sealed({ current, versions }: AliasSecret, { personId, receipt, work }: MatterKey, of: keyof typeof labels): MatterName {
  const { forSeal, forText } = keysFrom(versions[String(current)] ?? "", of);
  const text = [personId, receipt, work ?? ""].join("|");
  const seal = sealOf(forSeal, text);
  const cipher = createCipheriv(CIPHER, forText, seal);
  return v.parse(MatterNames, Buffer.concat([seal, cipher.update(text, "utf8"), cipher.final()]).toString("base64url"));
}

/** Undefined: not a name of ours. */
function opened({ versions }: AliasSecret, name: MatterName, of: keyof typeof labels): MatterKey | undefined {
  const bytes = Buffer.from(name, "base64url");
  for (const secret of Object.values(versions)) {
    const { forSeal, forText } = keysFrom(secret, of);
    const seal = bytes.subarray(0, SEAL_BYTES);
    if (seal.length < SEAL_BYTES) return undefined;
    const text = createDecipheriv(CIPHER, forText, seal).update(bytes.subarray(SEAL_BYTES)).toString("utf8");
    if (!timingSafeEqual(sealOf(forSeal, text), seal)) continue;
    const [personId, receipt, work] = text.split("|");
    const key = v.safeParse(Key, { personId, receipt, ...(work && { work }) });
    return key.success ? key.output : undefined;
  }
  return undefined;
}
