import { deflateSync } from "node:zlib";
import { aPdf, packedObjects, stream } from "../../support/files.ts";
import { js, latin, refusedAs } from "./kit.ts";

export const scripted = (
  [
    ["runs a program when opened", aPdf({ catalog: `/OpenAction << ${js} >>` })],
    ["runs a program from elsewhere when opened", aPdf({ catalog: "/OpenAction 5 0 R", more: [`<< ${js} >>`] })],
    ["opens by an action that is no program", aPdf({ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" })],
    ["runs a program when a page is turned", aPdf({ page: `/AA << /O << ${js} >> >>` })],
    ["carries a program by name", aPdf({ catalog: `/Names << /JavaScript << /Names [(x) << ${js} >>] >> >>` })],
    ["carries a program that nothing leads to", aPdf({ more: [`<< ${js} >>`] })],
    ["carries a program with its name in other letters", aPdf({ more: ["<< /S /J#61vaScript /J#53 (x) >>"] })],
    ["carries a program, all of it in other letters", aPdf({ more: ["<< /S /#4A#61#76#61#53#63#72#69#70#74 >>"] })],
    ["hides a program in packed objects", aPdf({ more: [packedObjects(`<< ${js} >>`)] })],
    ["hides a program in packed objects, in other letters", aPdf({ more: [packedObjects("<< /S /JavaS#63ript >>")] })],
    [
      "calls its packed objects by other letters",
      aPdf({ more: [stream("/Type /Obj#53tm /N 1 /First 5 /Filter /Flate#44ecode", deflateSync(latin(`20 0 << ${js} >>`)))] }),
    ],
    [
      "does not say that it packs objects",
      aPdf({ more: [stream("/N 1 /First 5 /Filter /FlateDecode", deflateSync(latin(`20 0 << ${js} >>`)))] }),
    ],
    ["does not pack its packed objects", aPdf({ more: [stream("/Type /ObjStm /N 1 /First 5", `20 0 << ${js} >>`)] })],
    ["hides an object in the bytes of a page", aPdf({ more: [stream("", `BT\n9 0 obj\n<< ${js} >>\nendobj`)] })],
    ["hides an object behind a remark in a page", aPdf({ more: [stream("", "9 %x\n0 %y\nobj << /AA 1 0 R >>")] })],
    [
      "says that a page is shorter than it is",
      aPdf({ more: [stream("", `BT ET\nendstream\nendobj\n9 0 obj << ${js} >> endobj`, 4)] }),
    ],
    ["starts a program", aPdf({ more: ["<< /S /Launch /F (cmd.exe) >>"] })],
    ["starts a program, in other letters", aPdf({ more: ["<< /S /L#61unch /F (cmd.exe) >>"] })],
    [
      "carries a file",
      aPdf({
        catalog: "/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
        more: ["<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>", stream("/Type /EmbeddedFile", "MZ")],
      }),
    ],
    ["carries a file as a remark", aPdf({ page: "/Annots [<< /Subtype /FileAttachment /FS 5 0 R >>]" })],
    ["is a bag of files", aPdf({ catalog: "/Collection << /View /D >>" })],
    ["plays a film", aPdf({ page: "/Annots [<< /Subtype /Movie /Movie << /F (a.mov) >> >>]" })],
    ["plays a sound", aPdf({ page: "/Annots [<< /Subtype /Sound >>]" })],
    ["plays rich media", aPdf({ page: "/Annots [<< /Subtype /RichMedia >>]" })],
    ["renders by a program", aPdf({ more: ["<< /S /Rendition /OP 0 >>"] })],
    ["shows a model", aPdf({ page: "/Annots [<< /Subtype /3D >>]" })],
    ["is an XFA form", aPdf({ catalog: "/AcroForm << /XFA 5 0 R >>", more: [stream("", "<xdp/>")] })],
    ["sends what is typed", aPdf({ more: ["<< /S /SubmitForm /F (http://x.test) >>"] })],
    ["takes data in", aPdf({ more: ["<< /S /ImportData /F (x.fdf) >>"] })],
    ["leads to a program", aPdf({ page: "/Annots [<< /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]" })],
    ["leads to a program, in hexadecimal", aPdf({ page: "/Annots [<< /A << /S /URI /URI <6a617661> >> >>]" })],
    ["leads to a file of this machine", aPdf({ page: "/Annots [<< /A << /S /U#52I /URI (file:///c:/x) >> >>]" })],
    ["leads into a file within it", aPdf({ more: ["<< /S /GoToE /T << /R /C >> >>"] })],
    ["leads to a file on another machine", aPdf({ more: ["<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>"] })],
    ["is associated with a file", aPdf({ catalog: "/AF [5 0 R]" })],
    ["runs a program after a second ending", aPdf({ after: `9 0 obj << ${js} >> endobj\nstartxref\n9\n%%EOF\n` })],
  ] as const
)
  .map(([what, bytes]) => refusedAs("evidence.scripted")([`a PDF that ${what}`, bytes]))
  .map((hostile) => (hostile.when.includes("second ending") ? { ...hostile, bytes: withSecondEnding() } : hostile));

export const encrypted = (
  [
    [
      "a PDF with a password",
      aPdf({ trailer: "/Encrypt 5 0 R", more: ["<< /Filter /Standard /V 2 /R 3 /O (x) /U (x) /P -4 >>"] }),
    ],
    ["a PDF with a password, in other letters", aPdf({ trailer: "/Encr#79pt 5 0 R", more: ["<< /Filter /Standard >>"] })],
    ["a PDF whose password stands in its table", aPdf({ more: [stream("/Type /XRef /Encrypt 6 0 R", "x")] })],
    ["a PDF with a password and a program", aPdf({ trailer: "/Encrypt 5 0 R", more: [`<< ${js} >>`] })],
  ] as const
).map(refusedAs("evidence.encrypted"));

/** An update as Acrobat appends it, with a table of its own. */
function withSecondEnding(): Buffer {
  const first = aPdf();
  const object = `9 0 obj << ${js} >> endobj\n`;
  return Buffer.concat([
    first,
    latin(`${object}xref\n0 0\ntrailer << /Root 1 0 R >>\nstartxref\n${first.length + object.length}\n%%EOF\n`),
  ]);
}
