-- What an account signs in with beside the link by mail. Like accounts and sessions these belong to no network.

create table sign_in.passkey (
  id text primary key,
  "userId" text not null references sign_in."user" (id) on delete cascade,
  name text not null,
  "credentialId" text not null unique,
  -- COSE key, base64url.
  "publicKey" text not null,
  counter bigint not null,
  transports text[] not null,
  "createdAt" timestamptz not null,
  "usedAt" timestamptz
);
create index on sign_in.passkey ("userId");

create table sign_in.totp (
  "userId" text primary key references sign_in."user" (id) on delete cascade,
  -- Encrypted with the installation's secret.
  secret text not null,
  -- Recovery codes that are still shown, encrypted; null once somebody said to have kept them.
  codes text,
  "confirmedAt" timestamptz,
  -- The newest time step a code was taken from: no code counts twice (RFC 6238, 5.2).
  "lastStep" bigint not null,
  "createdAt" timestamptz not null
);

create table sign_in."recoveryCode" (
  id text primary key,
  "userId" text not null references sign_in.totp ("userId") on delete cascade,
  -- scrypt; the codes of one account share a salt.
  salt text not null,
  hash text not null,
  "usedAt" timestamptz
);
create index on sign_in."recoveryCode" ("userId");

grant select, insert, update, delete on sign_in.passkey, sign_in.totp, sign_in."recoveryCode" to :app_role;
