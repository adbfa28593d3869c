// What Lambda does when nobody has called a function yet: load it, hand it one event, take its answer.
const [module, event] = process.argv.slice(2);
const { handler } = await import(module);
const { statusCode } = await handler(JSON.parse(event), { awsRequestId: "cold" });
process.stdout.write(String(statusCode), () => process.exit());
