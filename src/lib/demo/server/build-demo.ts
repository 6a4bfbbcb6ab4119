import type { Org } from '../../platform/context.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensureDemo, findDemo, isDemoUnderWay } from './ensure-demo.ts';

/** How far the demo organization is. */
export type DemoState =
	| { readonly state: 'none' }
	/** `part` from 0 to 1; null when another process builds it and nobody here can say. */
	| { readonly state: 'building'; readonly part: number | null }
	| { readonly state: 'failed' }
	| { readonly state: 'ready'; readonly org: Org };

interface Building {
	part: number;
	failed: boolean;
}

/** What this process builds: it is worth nothing to another one, nor after a restart, when nothing half-built is left. */
const buildings = new WeakMap<Platform, Building>();

/**
 * Begins to build the demo organization, unless it is there or under way, and does not wait for it.
 * @returns how far it is now
 */
export async function buildDemo(upstander: Platform): Promise<DemoState> {
	const now = await demoState(upstander);
	if (now.state === 'ready' || now.state === 'building') return now;
	// Somebody who asked at the same moment may have begun while we looked.
	const under = buildings.get(upstander);
	if (under && !under.failed) return { state: 'building', part: under.part };
	const building: Building = { part: 0, failed: false };
	buildings.set(upstander, building);
	ensureDemo(upstander, upstander.config.DEMO_PEOPLE, (part) => (building.part = part)).then(
		() => buildings.delete(upstander),
		(error: unknown) => {
			building.failed = true;
			upstander.log.error({ err: error }, 'the demo organization could not be built');
		},
	);
	return { state: 'building', part: 0 };
}

/** How far the demo organization is. */
export async function demoState(upstander: Platform): Promise<DemoState> {
	const building = buildings.get(upstander);
	if (building && !building.failed) return { state: 'building', part: building.part };
	const org = await findDemo(upstander);
	if (org) return { state: 'ready', org };
	if (await isDemoUnderWay(upstander)) return { state: 'building', part: null };
	return { state: building ? 'failed' : 'none' };
}
