CREATE TABLE "launch" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course" text NOT NULL,
	"audience" jsonb NOT NULL,
	"due_on" date,
	"standing" boolean NOT NULL,
	"due_days" integer,
	"message" text,
	"address" text NOT NULL,
	"launched_at" timestamp (3) with time zone NOT NULL,
	"launched_by" uuid,
	CONSTRAINT "launch_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "launch_end" (
	"org_id" uuid NOT NULL,
	"launch_id" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid,
	CONSTRAINT "launch_end_org_id_launch_id_pk" PRIMARY KEY("org_id","launch_id")
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "launch_id" uuid;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "remind_on" date;--> statement-breakpoint
ALTER TABLE "launch_end" ADD CONSTRAINT "launch_end_org_id_launch_id_launch_org_id_id_fk" FOREIGN KEY ("org_id","launch_id") REFERENCES "public"."launch"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "launch_org_id_course_index" ON "launch" USING btree ("org_id","course");--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_org_id_launch_id_launch_org_id_id_fk" FOREIGN KEY ("org_id","launch_id") REFERENCES "public"."launch"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_org_id_remind_on_index" ON "assignment" USING btree ("org_id","remind_on");