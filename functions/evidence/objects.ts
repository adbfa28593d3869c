import { randomBytes } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import * as v from "valibot";
import type { EvidenceType } from "../../shared/evidence/contract.ts";
import { ObjectName } from "../uploads/table.ts";

type Options = { s3: S3Client; bucket: string };

/** By chance, and once: no object is ever written over, and none says whose it is. */
export const newObjectName = (): ObjectName => v.parse(ObjectName, randomBytes(24).toString("base64url"));

/** Each of these is another function's right: who puts cannot read, who deletes can do neither (shared/topology.ts). */
export const putsInto =
  ({ s3, bucket: Bucket }: Options) =>
  async (Key: ObjectName, Body: Buffer, ContentType: EvidenceType): Promise<void> => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
  };

export const readsFrom =
  ({ s3, bucket: Bucket }: Options) =>
  async (Key: ObjectName): Promise<Uint8Array> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    if (!Body) throw new Error("an object without a body");
    return Body.transformToByteArray();
  };

export const deletesFrom =
  ({ s3, bucket: Bucket }: Options) =>
  async (Key: ObjectName): Promise<void> => {
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  };
