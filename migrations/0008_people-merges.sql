CREATE TABLE "department_name" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "department_name_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "different_people" (
	"org_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"said_by" uuid,
	CONSTRAINT "different_people_org_id_one_id_other_id_pk" PRIMARY KEY("org_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "person_merge" (
	"org_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"merged_by" uuid,
	CONSTRAINT "person_merge_org_id_from_id_pk" PRIMARY KEY("org_id","from_id")
);
--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "department_name" ADD CONSTRAINT "department_name_org_id_department_id_department_org_id_id_fk" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."department"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_org_id_one_id_person_org_id_id_fk" FOREIGN KEY ("org_id","one_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_org_id_other_id_person_org_id_id_fk" FOREIGN KEY ("org_id","other_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_org_id_from_id_person_org_id_id_fk" FOREIGN KEY ("org_id","from_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_org_id_into_id_person_org_id_id_fk" FOREIGN KEY ("org_id","into_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "department_name_org_id_department_id_index" ON "department_name" USING btree ("org_id","department_id");--> statement-breakpoint
CREATE INDEX "department_name_org_id_name_index" ON "department_name" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "person_merge_org_id_into_id_index" ON "person_merge" USING btree ("org_id","into_id");--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_org_id_merged_into_department_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "public"."department"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_merged_into_person_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_org_id_merged_into_site_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "public"."site"("org_id","id") ON DELETE no action ON UPDATE no action;