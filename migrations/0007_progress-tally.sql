CREATE TABLE "progress_tally" (
	"org_id" uuid NOT NULL,
	"course" text NOT NULL,
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"stage" text NOT NULL,
	"standing" text NOT NULL,
	"due_on" date NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "progress_tally_org_id_course_dimension_key_stage_standing_due_on_pk" PRIMARY KEY("org_id","course","dimension","key","stage","standing","due_on")
);
--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "manager_id" uuid;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "launch_id" uuid;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "turns_on" date DEFAULT '-infinity';--> statement-breakpoint
CREATE INDEX "progress_org_id_account_id_index" ON "progress" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE INDEX "progress_org_id_course_site_id_index" ON "progress" USING btree ("org_id","course","site_id");--> statement-breakpoint
CREATE INDEX "progress_org_id_manager_id_index" ON "progress" USING btree ("org_id","manager_id");--> statement-breakpoint
CREATE INDEX "progress_org_id_turns_on_index" ON "progress" USING btree ("org_id","turns_on") WHERE turns_on is not null;