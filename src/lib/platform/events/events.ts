/** Every kind of event with what it carries. Ids only: words stay in the tables of their area. */
export interface EventData {
	/** Facts of these people are others now. */
	'people.changed': { people: readonly string[] };
	/** Two turned out to be one: what belongs to the first belongs to the second. */
	'people.merged': { from: string; into: string };
	'course.assigned': { enrollment: string; course: string };
	'course.started': { enrollment: string; course: string };
	/** An enrollment belongs to somebody else: they turned out to be one person. */
	'course.moved': { enrollment: string; course: string };
	'course.completed': { enrollment: string; course: string; version: string };
}

export type EventType = keyof EventData;

export type DomainEvent<Type extends EventType = EventType> = {
	[Each in Type]: {
		readonly id: string;
		readonly type: Each;
		readonly accountId: string | null;
		readonly data: EventData[Each];
		readonly at: Date;
	};
}[Type];
