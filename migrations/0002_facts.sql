CREATE TABLE "department" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "department_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_fact" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb,
	"starts_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	"import_id" uuid,
	"corrects" uuid,
	"void" boolean DEFAULT false NOT NULL,
	CONSTRAINT "person_fact_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_place" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"site_id" uuid,
	"country" text,
	"region" text,
	"city" text,
	"share" smallint NOT NULL,
	CONSTRAINT "person_place_org_id_person_id_position_pk" PRIMARY KEY("org_id","person_id","position")
);
--> statement-breakpoint
CREATE TABLE "site" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"region" text,
	"city" text,
	"time_zone" text,
	"industry" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "site_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_fact" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "site_fact_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "job_title" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "supervisor" boolean;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "worker_type" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "leave_from" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "leave_until" date;--> statement-breakpoint
ALTER TABLE "org" ADD COLUMN "time_zone" text DEFAULT 'America/New_York' NOT NULL;--> statement-breakpoint
ALTER TABLE "person_fact" ADD CONSTRAINT "person_fact_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_place" ADD CONSTRAINT "person_place_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_place" ADD CONSTRAINT "person_place_org_id_site_id_site_org_id_id_fk" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."site"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_fact" ADD CONSTRAINT "site_fact_org_id_site_id_site_org_id_id_fk" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."site"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "department_org_id_name_index" ON "department" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "person_fact_org_id_person_id_kind_index" ON "person_fact" USING btree ("org_id","person_id","kind");--> statement-breakpoint
CREATE INDEX "person_fact_org_id_starts_on_index" ON "person_fact" USING btree ("org_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "person_fact_org_id_corrects_index" ON "person_fact" USING btree ("org_id","corrects") WHERE corrects is not null;--> statement-breakpoint
CREATE INDEX "person_place_org_id_site_id_index" ON "person_place" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "person_place_org_id_country_region_index" ON "person_place" USING btree ("org_id","country","region");--> statement-breakpoint
CREATE UNIQUE INDEX "site_org_id_name_index" ON "site" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "site_fact_org_id_site_id_kind_starts_on_index" ON "site_fact" USING btree ("org_id","site_id","kind","starts_on");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_department_id_department_org_id_id_fk" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."department"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_site_id_site_org_id_id_fk" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."site"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was known of people becomes facts that count from their hire, or from the day they came in.
-- The owner may pass the walls while it moves the rows: they stand again below.
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "site" ("org_id", "id", "name", "created_at")
	SELECT "org_id", gen_random_uuid(), "site", min("created_at") FROM "person" WHERE "site" IS NOT NULL GROUP BY "org_id", "site";--> statement-breakpoint
INSERT INTO "department" ("org_id", "id", "name", "created_at")
	SELECT "org_id", gen_random_uuid(), "department", min("created_at") FROM "person" WHERE "department" IS NOT NULL GROUP BY "org_id", "department";--> statement-breakpoint
UPDATE "person" p SET "site_id" = s."id" FROM "site" s WHERE s."org_id" = p."org_id" AND s."name" = p."site";--> statement-breakpoint
UPDATE "person" p SET "department_id" = d."id" FROM "department" d WHERE d."org_id" = p."org_id" AND d."name" = p."department";--> statement-breakpoint
UPDATE "person" SET "search_text" = lower(regexp_replace(normalize(concat_ws(' ', "given_name", "preferred_name", "family_name", "number", "email"), NFKD), '[\u0300-\u036f]', '', 'g'));--> statement-breakpoint
INSERT INTO "person_fact" ("org_id", "id", "person_id", "kind", "value", "starts_on", "recorded_at")
	SELECT p."org_id", gen_random_uuid(), p."id", f.kind, f.value, coalesce(p."hired_on", p."created_at"::date), p."created_at"
	FROM "person" p CROSS JOIN LATERAL (VALUES
		('name', jsonb_build_object('givenName', p."given_name", 'familyName', p."family_name")),
		('email', to_jsonb(p."email")),
		('department', to_jsonb(p."department_id")),
		('manager', to_jsonb(p."manager_id")),
		('workPlaces', CASE WHEN p."site_id" IS NOT NULL THEN jsonb_build_array(jsonb_build_object('site', p."site_id", 'share', 100)) END),
		('employment', CASE WHEN p."hired_on" IS NOT NULL THEN '"employed"'::jsonb END)
	) AS f(kind, value) WHERE f.value IS NOT NULL;--> statement-breakpoint
INSERT INTO "person_place" ("org_id", "person_id", "position", "site_id", "share")
	SELECT "org_id", "id", 1, "site_id", 100 FROM "person" WHERE "site_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "department";--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "site";
