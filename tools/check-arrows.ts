import { findBrokenArrows } from './house/find-broken-arrows.ts';
import { readSources } from './house/import-graph.ts';

/** Prints every import that goes against `tools/arrows.ts`. */
const problems = findBrokenArrows(readSources());
for (const problem of problems) console.log(`src/${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
