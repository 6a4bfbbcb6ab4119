CREATE TABLE "passkey" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "passkey_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "passkey_challenge" (
	"org_id" uuid NOT NULL,
	"challenge_hash" text NOT NULL,
	"account_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "passkey_challenge_org_id_challenge_hash_pk" PRIMARY KEY("org_id","challenge_hash")
);
--> statement-breakpoint
CREATE TABLE "pin" (
	"org_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"salt" text NOT NULL,
	"parameters" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pin_org_id_account_id_pk" PRIMARY KEY("org_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "pin_failure" (
	"org_id" uuid NOT NULL,
	"of" text NOT NULL,
	"subject" text NOT NULL,
	"failures" integer NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pin_failure_org_id_of_subject_pk" PRIMARY KEY("org_id","of","subject")
);
--> statement-breakpoint
CREATE TABLE "shared_tablet" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"site" text,
	"enabled_at" timestamp (3) with time zone NOT NULL,
	"enabled_by" uuid NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"switched_off_at" timestamp (3) with time zone,
	"switched_off_by" uuid,
	CONSTRAINT "shared_tablet_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "starts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "way" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "tablet_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD COLUMN "purpose" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pin" ADD CONSTRAINT "pin_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_org_id_credential_id_index" ON "passkey" USING btree ("org_id","credential_id");--> statement-breakpoint
CREATE INDEX "passkey_org_id_account_id_index" ON "passkey" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE INDEX "passkey_challenge_org_id_expires_at_index" ON "passkey_challenge" USING btree ("org_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_tablet_org_id_token_hash_index" ON "shared_tablet" USING btree ("org_id","token_hash");