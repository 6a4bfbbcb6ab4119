// `npm start`. Plain JavaScript that any Node can read, so that an old one is answered in words.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
	console.error(
		`Upstander runs on Node 24 and found ${process.versions.node}. On Linux and Windows "npm ci" brings it along; start with "npm start", not "node server.js". Elsewhere please install Node 24.`,
	);
	process.exit(1);
}
const { start } = await import('./src/server/start.ts');
await start(process.env);
