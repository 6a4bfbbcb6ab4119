CREATE TABLE "import_mapping" (
	"org_id" uuid NOT NULL,
	"headings" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mapping_org_id_headings_pk" PRIMARY KEY("org_id","headings")
);
--> statement-breakpoint
CREATE TABLE "people_import_part" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"rows" jsonb NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "people_import_part_org_id_import_id_position_pk" PRIMARY KEY("org_id","import_id","position")
);
--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "state" text DEFAULT 'done' NOT NULL;--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "sealed_file" "bytea";--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "outline" jsonb;--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "wish" jsonb;--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "total" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people_import" ADD COLUMN "done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people_import_part" ADD CONSTRAINT "people_import_part_org_id_import_id_people_import_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."people_import"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import" DROP COLUMN "parsed";--> statement-breakpoint
ALTER TABLE "people_import" DROP COLUMN "applied";