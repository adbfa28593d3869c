// The built site into its bucket, each file with its type and how long it may be kept.
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { DeleteObjectsCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { contentTypes } from "../infra/content-types.ts";
import { cacheControlOf } from "../infra/headers.ts";

/** Without functions at the edge, /contact and /contact/ are objects of their own: nobody there finds contact/index.html. */
export function keysOf(file: string, edgeFunctions: boolean): string[] {
  const folder = /^(.+)\/index\.html$/.exec(file)?.[1];
  return edgeFunctions || !folder ? [file] : [file, folder, `${folder}/`];
}

/** Answers the number of files. Pages that are no longer there go; hashed files stay for those who have an older page open. */
export async function uploadPages(
  s3: S3Client,
  Bucket: string,
  { site, edgeFunctions }: { site: string; edgeFunctions: boolean },
): Promise<number> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(site.length + 1)}/${entry.name}`.replaceAll("\\", "/").replace(/^\//, ""));

  for (const file of files) {
    const ContentType = contentTypes[extname(file)];
    if (!ContentType) throw new Error(`${file}: infra/content-types.ts does not know it`);
    const object = { Bucket, Body: readFileSync(`${site}/${file}`), ContentType, CacheControl: cacheControlOf(`/${file}`) };
    await Promise.all(keysOf(file, edgeFunctions).map((Key) => s3.send(new PutObjectCommand({ ...object, Key }))));
  }

  const wanted = new Set(files.flatMap((file) => keysOf(file, edgeFunctions)));
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    const Objects = Contents.filter(({ Key = "" }) => !wanted.has(Key) && !Key.startsWith("_astro/")).map(({ Key }) => ({ Key }));
    if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  }
  return files.length;
}
