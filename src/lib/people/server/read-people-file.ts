import { runInWorker, WorkerGaveUp } from '../../platform/worker/run-in-worker.ts';
import type { PeopleFile } from '../import/person-row.ts';
import type { Reading } from '../import/read-people.ts';
import type { FileProblem } from '../import/read-sheets.ts';

/** Longer than any list of people takes, by far. */
const seconds = 30;

/** Reads a file in a thread of its own. One that takes too long or too much memory is a file that cannot be read. */
export async function readPeopleFile(reading: Reading): Promise<PeopleFile | FileProblem> {
	try {
		return await runInWorker<Reading, PeopleFile | FileProblem>(
			'people/import/read-people.ts',
			'readPeople',
			reading,
			{
				seconds,
			},
		);
	} catch (error) {
		if (!(error instanceof WorkerGaveUp)) throw error;
		return error.why === 'time' ? 'too_slow' : 'too_much_inside';
	}
}
