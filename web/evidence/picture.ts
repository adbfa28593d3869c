// A photo becomes a small JPEG on the person's own phone: turned the right way up, and without the place where it was taken.
import { UPLOAD_BYTES } from "../../shared/evidence/contract.ts";
import type { EvidenceWords } from "../messages/evidence.ts";

const SIDE_PIXELS = 2000; // every word of a page of A4 can be read
const THUMBNAIL_PIXELS = 160;
const QUALITIES = [0.86, 0.7, 0.5];
/** More than any phone makes; a larger one would take an old phone's memory. */
const READ_BYTES = 40 * 1024 * 1024;

export type Prepared = { blob: Blob; thumbnail?: string };
export type Unfit = { unfit: Extract<keyof EvidenceWords, `evidence.${string}`> };

export async function prepare(file: Blob): Promise<Prepared | Unfit> {
  if (file.size === 0) return { unfit: "evidence.empty" };
  if ((await file.slice(0, 5).text()) === "%PDF-")
    return file.size > UPLOAD_BYTES ? { unfit: "evidence.too-large" } : { blob: file.slice(0, file.size, "application/pdf") };
  if (file.size > READ_BYTES) return { unfit: "evidence.too-large" };
  const image = await decoded(file);
  if (!image) return { unfit: /^image\//.test(file.type) ? "evidence.damaged" : "evidence.wrong-type" };

  const canvas = drawn(image, SIDE_PIXELS);
  const small = drawn(image, THUMBNAIL_PIXELS);
  const thumbnail = small.toDataURL("image/jpeg", 0.7);
  try {
    for (const quality of QUALITIES) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= UPLOAD_BYTES) return { blob, thumbnail };
    }
    return { unfit: "evidence.too-large" };
  } finally {
    for (const used of [canvas, small]) used.width = used.height = 0; // old iPhones give the memory back only so
  }
}

/** By a data address: nothing else may be shown here (content policy). Browsers turn it the way the phone was held. */
async function decoded(file: Blob): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = await dataUrlOf(file.type ? file : file.slice(0, file.size, "image/jpeg"));
  return new Promise((done) => {
    image.onload = () => done(image.naturalWidth > 0 ? image : undefined);
    image.onerror = () => done(undefined);
  });
}

function drawn(image: HTMLImageElement, side: number): HTMLCanvasElement {
  const shrink = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * shrink));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * shrink));
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#fff"; // behind what is transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
