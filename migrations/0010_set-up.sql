CREATE TABLE "set_up_choice" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"step" text NOT NULL,
	"choice" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "set_up_choice_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE INDEX "set_up_choice_org_id_step_at_index" ON "set_up_choice" USING btree ("org_id","step","at");