// The published roots: objects that nobody can change or remove, for everybody to read.
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import * as v from "valibot";
import { Root } from "../../shared/access-log/chain.ts";
import { PlainDate as Day, type PlainDate, type PlainMonth, plusDays } from "../../shared/kernel/calendar.ts";

type Options = { s3: S3Client; bucket: string };
const keyOf = (day: PlainDate) => `roots/${day}.json`;

/** What is there stays: the lock of the bucket keeps it, and this never asks for it to be replaced. */
export const putsRoot =
  ({ s3, bucket: Bucket }: Options) =>
  async (root: Root): Promise<void> => {
    const object = { Key: keyOf(root.day), Body: JSON.stringify(root), ContentType: "application/json" };
    try {
      await s3.send(new PutObjectCommand({ Bucket, ...object, IfNoneMatch: "*" }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "PreconditionFailed") throw error;
    }
  };

export type ReadRoots = (month: PlainMonth) => Promise<Root[]>;

/** Those of a month that there are, the oldest first. What was read once is remembered: it cannot change. */
export function readsRoots({ s3, bucket: Bucket }: Options): ReadRoots {
  const known = new Map<PlainDate, Root>();
  const MOST = 800; // two years, and some

  async function at(day: PlainDate): Promise<Root | undefined> {
    const root = known.get(day) ?? (await fetched(day));
    if (root && known.size < MOST) known.set(day, root);
    return root;
  }
  async function fetched(day: PlainDate): Promise<Root | undefined> {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: keyOf(day) }));
      return v.parse(Root, JSON.parse((await Body?.transformToString()) ?? ""));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
  return async (month) => {
    const days: PlainDate[] = [];
    for (let day = v.parse(Day, `${month}-01`); day.startsWith(month); day = plusDays(day, 1)) days.push(day);
    return (await Promise.all(days.map(at))).flatMap((root) => root ?? []);
  };
}
