/** Every kind of event with what it carries. Ids only: words stay in the tables of their area. */
export interface EventData {
	'course.assigned': { enrollment: string; course: string };
	'course.started': { enrollment: string; course: string };
	'course.completed': { enrollment: string; course: string; version: string };
}

export type EventType = keyof EventData;

export interface DomainEvent<Type extends EventType = EventType> {
	readonly id: string;
	readonly type: Type;
	readonly accountId: string | null;
	readonly data: EventData[Type];
	readonly at: Date;
}
