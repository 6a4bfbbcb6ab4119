CREATE TABLE "correction_request" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"words" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	CONSTRAINT "correction_request_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"refusal" text,
	"removed" jsonb,
	"kept_until" date,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "erasure_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"reason" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"placed_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	CONSTRAINT "legal_hold_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_request_org_id_account_id_index" ON "correction_request" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE INDEX "erasure_org_id_account_id_index" ON "erasure" USING btree ("org_id","account_id");