// What the residents' API needs of the access log, loaded for who wants to read it: nobody else waits for it.
import { S3Client } from "@aws-sdk/client-s3";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { Appending } from "./append.ts";
import { type ReadLog, readLogIn } from "./log.ts";
import { type ReadRoots, readsRoots } from "./roots.ts";

export type OpenedLog = ReadLog & { roots: ReadRoots };

let opened: OpenedLog | undefined;

export function openLog({ bucket, ...at }: Appending & { bucket: string; now(): Instant }): OpenedLog {
  opened ??= { ...readLogIn(at), roots: readsRoots({ s3: new S3Client({}), bucket }) };
  return opened;
}
